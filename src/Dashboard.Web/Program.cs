using Dashboard.Web.Databases;
using Dashboard.Web.Demo;
using Dashboard.Web.Features.Administration;
using Dashboard.Web.Features.Administration.Members;
using Dashboard.Web.Features.Api;
using Dashboard.Web.Features.Deletions;
using Dashboard.Web.Features.Imports;
using Dashboard.Web.Features.Inventory;
using Dashboard.Web.Features.Inventory.Export;
using Dashboard.Web.Features.Ledger;
using Dashboard.Web.Features.Migration;
using Dashboard.Web.Features.Sources;
using Dashboard.Web.Features.Summary;
using Dashboard.Web.Features.Views;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Dashboard.Web.Shell;
using Dashboard.Web.Startup;

Cultures.BeInvariant();
var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(RequestLimits.Configure);
builder.Services.AddSettings<ProgrammeSettings>();
builder.Services.AddSettings<StorageSettings>();
builder.Services.AddDatabase();
builder.AddDemoProgramme(); // Before AddLedger: the demo's ledger starts in the past.
builder.Services.AddLedger();
builder.Services.AddHealth();
builder.Services.AddPageCompression();
builder.Services.AddShell();
if (builder.Environment.IsDevelopment())
    builder.Services.AddHostedService<AssetSync>();
builder.Services.AddSummary();
builder.Services.AddMigration();
builder.Services.AddInventory();
builder.Services.AddDeletions();
builder.Services.AddImports();
builder.Services.AddSources();
builder.Services.AddAdministration();
builder.Services.AddViews();
builder.Services.AddApi();
builder.AddSecurity();

var app = builder.Build();
if (await app.LacksSettingsAsync())
    return 1;

app.UseMiddleware<SecurityHeaders>();
app.UseResponseCompression();
app.UseErrorPages();
app.UseMiddleware<DatabaseAway>();
app.UseSecurity();

app.MapHealth();
app.MapSecurity();
app.MapInventory();
app.MapDeletions();
app.MapApi();
app.MapImports();
app.MapMembers();
app.MapLedger();
app.MapShell();
return await app.LaunchAsync();
