using Dashboard.Web.Security;
using Dashboard.Web.Startup;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(RequestLimits.Configure);
builder.Services.AddSettings<ProgrammeSettings>();
builder.Services.AddSettings<StorageSettings>();
builder.Services.AddDatabase();
builder.Services.AddHealth();
builder.AddSecurity();

var app = builder.Build();
app.UseMiddleware<SecurityHeaders>();
if (!app.Environment.IsDevelopment())
    app.UseHsts();
app.UseErrorPages();
app.UseSecurity();

app.MapHealth();
app.MapSecurity();
return await app.LaunchAsync();
