using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dashboard.Web.Features.Ledger.Watch;

/// <summary>Reports whether the stored ledger is consistent. If it is not, the dashboard keeps running, because it is needed to investigate.</summary>
internal sealed class LedgerHealth(LedgerCondition condition, TimeProvider clock) : IHealthCheck
{
    /// <summary>Checks run every minute; even a check of ten million entries ends within this time.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(30);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(condition.Latest switch
        {
            null => HealthCheckResult.Degraded("The ledger has not been checked yet."),
            { At: var at } when clock.GetUtcNow() - at > MaxAge => HealthCheckResult.Unhealthy("The ledger has not been checked for half an hour. The server's log says why."),
            { Problem: { } problem } => HealthCheckResult.Unhealthy(problem.Text),
            { } check => HealthCheckResult.Healthy($"{check.Entries} entries are consistent."),
        });
}
