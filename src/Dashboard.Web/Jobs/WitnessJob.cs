using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Features.Ledger.Signing;
using Dashboard.Web.Features.Ledger.Witnesses;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Jobs;

/// <summary>
/// Sends the newest checkpoint to every configured witness, with a proof that the log has only grown since the witness's last one. This way
/// an independent party has a copy. A failing witness is shown and retried at growing intervals.
/// </summary>
internal sealed class WitnessJob(
    IDbContextFactory<DashboardContext> contexts, WitnessClient client, Leases leases, ChangeNotices notices, IOptions<LedgerSettings> settings,
    TimeProvider clock, ILogger<WitnessJob> log) : PeriodicJob(TimeSpan.FromSeconds(settings.Value.CheckpointSeconds), clock, log)
{
    private readonly TimeProvider clock = clock;
    private readonly ILogger log = log;

    protected override string Failure => "The checkpoint could not be sent to the witnesses.";

    /// <summary>Updates every witness that is behind and due, unless another server is doing it.</summary>
    public override Task RunAsync(CancellationToken cancellationToken) =>
        settings.Value.Witnesses.Length == 0 ? Task.CompletedTask : leases.TryRunAsync(Lease.Witnesses, (_, stop) => UpdateAllAsync(stop), cancellationToken);

    private async Task UpdateAllAsync(CancellationToken cancellationToken)
    {
        foreach (var url in settings.Value.Witnesses)
            await UpdateAsync(url, cancellationToken);
    }

    private async Task UpdateAsync(string url, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = await context.LedgerCheckpoints.AsNoTracking().OrderByDescending(checkpoint => checkpoint.Size).FirstOrDefaultAsync(cancellationToken);
        var witness = await context.LedgerWitnesses.SingleOrDefaultAsync(known => known.Url == url, cancellationToken);
        if (witness is null)
            context.LedgerWitnesses.Add(witness = LedgerWitness.At(url));
        if (newest is null || witness.Size >= newest.Size || witness.NextAttempt > clock.GetUtcNow())
            return;

        var answer = await PostAsync(context, witness, newest, cancellationToken);
        if (answer is WitnessAnswer.IsAt { Size: var size } && size >= 0 && size < newest.Size)
        {
            // The witness has a different checkpoint than we recorded: try once more from that one.
            witness.IsAt(size);
            answer = await PostAsync(context, witness, newest, cancellationToken);
        }

        RecordAnswer(witness, newest, answer);
        await context.SaveChangesAsync(cancellationToken);
        notices.Raise(ChangeTopic.Ledger);
    }

    private async Task<WitnessAnswer> PostAsync(
        DashboardContext context, LedgerWitness witness, LedgerCheckpoint newest, CancellationToken cancellationToken)
    {
        var path = await context.ProveAsync(ProofPlan.Consistency(witness.Size, newest.Size), cancellationToken);
        return await client.AddCheckpointAsync(witness.Url, new(witness.Size, path, newest.Note), cancellationToken);
    }

    private void RecordAnswer(LedgerWitness witness, LedgerCheckpoint newest, WitnessAnswer answer)
    {
        if (answer is WitnessAnswer.Accepted { Cosignatures: var cosignatures })
        {
            witness.Accepted(newest.Size, cosignatures, clock.GetUtcNow());
            return;
        }

        var problem = answer switch
        {
            WitnessAnswer.Failed failed => failed.Problem,
            WitnessAnswer.IsAt { Size: var size } => $"It has a checkpoint of {size:N0} entries, but this ledger has {newest.Size:N0}. Either it tracks another ledger under this name, or entries were removed from this one.",
            _ => throw new InvalidOperationException($"Unexpected answer {answer}."),
        };
        witness.Failed(problem, clock.GetUtcNow());
        log.LogWarning("Witness {Url}: {Problem}", witness.Url, problem);
    }
}
