using Dashboard.Web.Controls.Forms;
using Dashboard.Web.Jobs;
using MudBlazor;
using MudBlazor.Services;

namespace Dashboard.Web.Shell;

public static class ShellFeature
{
    /// <summary>A page sends its prerendered rows back to the server when its circuit starts; SignalR's default limit of 32 KB is too small for them.</summary>
    private const long LargestPageState = 512 * 1024;

    /// <summary>Milliseconds. Time to read two sentences; a notice stays while the pointer is on it.</summary>
    private const int NoticeShown = 10_000;

    /// <summary>Milliseconds.</summary>
    private const int Fade = 120;

    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddSingleton<ChangeNotices>();
        services.AddHostedService<ChangeFeed>();
        services.AddScoped<PageTopics>();
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            mud.SnackbarConfiguration.VisibleStateDuration = NoticeShown;
            mud.SnackbarConfiguration.ShowTransitionDuration = Fade;
            mud.SnackbarConfiguration.HideTransitionDuration = Fade;
            mud.SnackbarConfiguration.SnackbarVariant = Variant.Outlined;
        });
        services.AddTransient<MudLocalizer, Words>();
        services.AddCascadingAuthenticationState();
        services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestPageState);
        return services;
    }

    /// <summary>Maps assets and pages. An unknown URL is re-executed as the not-found page and keeps its 404 status.</summary>
    public static WebApplication MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }
}
