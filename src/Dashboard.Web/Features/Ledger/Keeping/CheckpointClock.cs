using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Ledger.Keeping;

/// <summary>Signs a checkpoint at most so often, when there is something new.</summary>
internal sealed class CheckpointClock(LedgerSigner signer, IOptions<LedgerSettings> settings, TimeProvider clock, ILogger<CheckpointClock> log)
    : PeriodicWork(TimeSpan.FromSeconds(settings.Value.CheckpointSeconds), clock, log)
{
    protected override string Failure => "The ledger could not be signed.";

    protected override Task WorkAsync(CancellationToken stoppingToken) => signer.SignNewAsync(stoppingToken);
}
