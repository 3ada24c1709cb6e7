using Dashboard.Web.Features.Deletions;
using Dashboard.Web.Features.Deletions.Schedule;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Jobs;

/// <summary>Checks every few seconds for batches that are due for their next state.</summary>
internal sealed class DeletionJob(AdvanceBatches batches, IOptions<DeletionSettings> settings, TimeProvider clock, ILogger<DeletionJob> log)
    : PeriodicJob(TimeSpan.FromSeconds(settings.Value.ClockSeconds), clock, log)
{
    protected override string Failure => "Deletion batches could not be advanced.";

    public override Task RunAsync(CancellationToken cancellationToken) => batches.HandleAsync(cancellationToken);
}
