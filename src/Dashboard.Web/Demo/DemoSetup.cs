using Dashboard.Web.Startup;

namespace Dashboard.Web.Demo;

internal static class DemoSetup
{
    /// <summary>Fills an empty database with the demo programme. Only in Development, and not if <c>Demo:Programme</c> is false.</summary>
    public static WebApplicationBuilder AddDemoProgramme(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment() && builder.Configuration.GetValue("Demo:Programme", true))
        {
            builder.Services.AddSingleton<DemoProgramme>();
            builder.Services.AddSingleton<IStartStep, DemoStart>();
        }

        return builder;
    }
}
