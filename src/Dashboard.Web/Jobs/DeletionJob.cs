using Dashboard.Web.Features.Deletions;
using Dashboard.Web.Features.Deletions.Schedule;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Jobs;

/// <summary>Looks every few seconds for batches that time moves on.</summary>
internal sealed class DeletionJob(AdvanceBatches batches, IOptions<DeletionSettings> settings, TimeProvider clock, ILogger<DeletionJob> log)
    : PeriodicJob(TimeSpan.FromSeconds(settings.Value.ClockSeconds), clock, log)
{
    protected override string Failure => "Deletion batches could not be moved on.";

    public override Task RunAsync(CancellationToken cancellationToken) => batches.HandleAsync(cancellationToken);
}
