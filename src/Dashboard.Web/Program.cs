using Dashboard.Web.Features.Imports;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;
using Dashboard.Web.Startup;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(RequestLimits.Configure);
builder.Services.AddSettings<ProgrammeSettings>();
builder.Services.AddSettings<StorageSettings>();
builder.Services.AddDatabase();
builder.Services.AddHealth();
builder.Services.AddShell();
builder.Services.AddImports();
builder.AddSecurity();

var app = builder.Build();
app.UseMiddleware<SecurityHeaders>();
app.UseErrorPages();
app.UseSecurity();

app.MapHealth();
app.MapSecurity();
app.MapShell();
return await app.LaunchAsync();
