using Dashboard.Web.Features.Ledger.Keeping;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Deletions.Keeping;

/// <summary>Looks every few seconds for batches that time moves on.</summary>
internal sealed class DeletionClock(MoveOnBatches batches, IOptions<DeletionSettings> settings, TimeProvider clock, ILogger<DeletionClock> log)
    : PeriodicWork(TimeSpan.FromSeconds(settings.Value.ClockSeconds), clock, log)
{
    protected override string Failure => "Deletion batches could not be moved on.";

    protected override Task WorkAsync(CancellationToken stoppingToken) => batches.HandleAsync(stoppingToken);
}
