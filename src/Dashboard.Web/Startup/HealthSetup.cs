using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Dashboard.Web.Startup;

internal static class HealthSetup
{
    public const string Ledger = "ledger";

    public const string LivePath = "/health/live";

    private const string Ready = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [Ready]);
        return services;
    }

    /// <summary>
    /// Live: the process responds. Ready: it can also serve requests, because its database is reachable and up to date. Ledger: the stored
    /// log is consistent; use it for an alarm, not to take a server out of service.
    /// </summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks(LivePath, new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ledger", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ledger) }).AllowAnonymous();
    }
}
