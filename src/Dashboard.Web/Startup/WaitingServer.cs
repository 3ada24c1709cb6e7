using Dashboard.Web.Databases;

namespace Dashboard.Web.Startup;

/// <summary>
/// Answers at the dashboard's addresses while the database is not ready at the start: alive, not ready, and with a page that says so. The dashboard
/// itself starts when the database is ready.
/// </summary>
internal sealed class WaitingServer(WebApplication dashboard) : IAsyncDisposable
{
    private WebApplication? server;

    /// <summary>Starts, if it has not started yet. Without the addresses, the process waits unseen.</summary>
    /// <returns>Signals that the process is to stop.</returns>
    public async Task<CancellationToken> StartAsync()
    {
        if (server is not null)
            return server.Lifetime.ApplicationStopping;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = dashboard.Environment.ContentRootPath,
            EnvironmentName = dashboard.Environment.EnvironmentName,
        });
        builder.Configuration.AddConfiguration(dashboard.Configuration);
        if (dashboard.Configuration[WebHostDefaults.ServerUrlsKey] is { } addresses)
            builder.WebHost.UseUrls(addresses);
        builder.Logging.ClearProviders(); // The dashboard itself logs that it waits.
        builder.WebHost.ConfigureKestrel(RequestLimits.Configure);
        server = builder.Build();
        server.MapGet(HealthSetup.LivePath, () => "Healthy");
        server.MapFallback(DatabaseAway.AnswerAsync);
        try
        {
            await server.StartAsync();
        }
        catch (IOException taken)
        {
            dashboard.Logger.LogWarning(taken, "No page can say yet that the dashboard waits for its database.");
        }

        return server.Lifetime.ApplicationStopping;
    }

    /// <summary>Frees the addresses for the dashboard.</summary>
    public async ValueTask DisposeAsync()
    {
        if (server is null)
            return;
        await server.StopAsync();
        await server.DisposeAsync();
    }
}
