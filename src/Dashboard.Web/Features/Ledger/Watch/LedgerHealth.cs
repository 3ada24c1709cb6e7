using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dashboard.Web.Features.Ledger.Watch;

/// <summary>Does the stored log agree with itself? A dashboard whose log does not still serves: who looks into it needs it.</summary>
internal sealed class LedgerHealth(LedgerCondition condition, TimeProvider clock) : IHealthCheck
{
    /// <summary>Looks come every minute; even one through ten million entries ends within this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(condition.Latest switch
        {
            null => HealthCheckResult.Degraded("The ledger has not been checked yet."),
            { At: var at } when clock.GetUtcNow() - at > Patience => HealthCheckResult.Unhealthy("The ledger could not be checked for half an hour; the server's log says why."),
            { Problem: { } problem } => HealthCheckResult.Unhealthy(problem.Text),
            { } look => HealthCheckResult.Healthy($"{look.Entries} entries agree."),
        });
}
