using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dashboard.Web.Features.Ledger.Watch;

/// <summary>Does the stored log agree with itself? A dashboard whose log does not still serves: who looks into it needs it.</summary>
internal sealed class LedgerHealth(LedgerCondition condition) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(condition.Latest switch
        {
            null => HealthCheckResult.Degraded("The ledger has not been checked yet."),
            { Problem: { } problem } => HealthCheckResult.Unhealthy(problem.Text),
            { } look => HealthCheckResult.Healthy($"{look.Entries} entries agree."),
        });
}
