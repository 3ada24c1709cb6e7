using MudBlazor.Services;

namespace Dashboard.Web.Shell;

public static class ShellFeature
{
    /// <summary>A page hands its prerendered rows back to the server when its circuit starts; SignalR's own limit of 32 KB is too small for them.</summary>
    private const long MostPageState = 512 * 1024;

    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddSingleton<ChangeNotices>();
        services.AddMudServices();
        services.AddCascadingAuthenticationState();
        services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = MostPageState);
        return services;
    }

    /// <summary>Maps assets and pages. An address that nothing answers is re-executed as the page that says so, with its 404.</summary>
    public static WebApplication MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }
}
