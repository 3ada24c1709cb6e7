using Dashboard.Web.Features.Ledger.Signing;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Jobs;

/// <summary>Signs a checkpoint once per interval if there are new entries.</summary>
internal sealed class CheckpointJob(LedgerSigner signer, IOptions<LedgerSettings> settings, TimeProvider clock, ILogger<CheckpointJob> log)
    : PeriodicJob(TimeSpan.FromSeconds(settings.Value.CheckpointSeconds), clock, log)
{
    protected override string Failure => "The ledger could not be signed.";

    public override Task RunAsync(CancellationToken cancellationToken) => signer.SignNewAsync(cancellationToken);
}
