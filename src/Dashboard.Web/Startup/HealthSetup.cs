using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Dashboard.Web.Startup;

internal static class HealthSetup
{
    public const string Ledger = "ledger";

    private const string Ready = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [Ready]);
        return services;
    }

    /// <summary>
    /// Live: the process answers. Ready: it can also serve, because its database is there and of this version. Ledger: the stored log agrees
    /// with itself; for an alarm, not for taking a server out of service.
    /// </summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ledger", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ledger) }).AllowAnonymous();
    }
}
