using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Deletions;
using Dashboard.Web.Features.Deletions.Batches;
using Dashboard.Web.Features.Deletions.Decisions;
using Dashboard.Web.Features.Deletions.Holds;
using Dashboard.Web.Features.Deletions.Propose;
using Dashboard.Web.Features.Deletions.Review;
using Dashboard.Web.Features.Deletions.Rules;
using Dashboard.Web.Features.Deletions.Schedule;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Demo;

/// <summary>The decisions that the demo's people make about batches, through the handlers that the pages use. A refusal stops the demo.</summary>
internal sealed class DemoDecisions(IDbContextFactory<DashboardContext> contexts, DemoMembers members, DemoClock past)
{
    private static readonly IOptions<DeletionSettings> Settings = Options.Create(new DeletionSettings());
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);


    /// <summary>Creates a draft with these copies, then removes those with a closed gate.</summary>
    public async Task<long> DraftAsync(string by, BatchFacts facts, string[] resources, CancellationToken cancellationToken)
    {
        var id = Complete(await new ProposeBatch(contexts, members.As(by), past).HandleAsync(facts, cancellationToken));
        await DoAsync(Decisions(by).DecideAsync(Permission.ProposeDeletions, id, decision => AddAsync(decision, resources, cancellationToken), cancellationToken));
        if ((await BatchAsync(id, cancellationToken)).ClosedItems > 0)
            await DoAsync(new RemoveItems(Decisions(by)).HandleAsync(new(id, null), cancellationToken));
        return id;
    }

    public Task SubmitAsync(string by, long id, CancellationToken cancellationToken) => DoAsync(new SubmitBatch(Decisions(by)).HandleAsync(id, cancellationToken));

    public async Task ApproveAsync(string by, long id, CancellationToken cancellationToken)
    {
        var hash = (await BatchAsync(id, cancellationToken)).ManifestHash!;
        await DoAsync(new ApproveBatch(Decisions(by), members.As(by), Settings).HandleAsync(new(id, hash), cancellationToken));
    }

    public Task RejectAsync(string by, long id, string reason, CancellationToken cancellationToken) =>
        DoAsync(new RejectBatch(Decisions(by)).HandleAsync(id, reason, cancellationToken));

    public Task WithdrawAsync(string by, long id, string reason, CancellationToken cancellationToken) =>
        DoAsync(new WithdrawBatch(Decisions(by)).HandleAsync(id, reason, cancellationToken));

    public Task ExcludeAsync(string by, long id, long number, string reason, CancellationToken cancellationToken) =>
        DoAsync(new ExcludeItems(Decisions(by)).HandleAsync(new(id, [number], reason), cancellationToken));

    public Task NoteAsync(string by, long id, long? item, string text, CancellationToken cancellationToken) =>
        DoAsync(new WriteNote(Decisions(by)).HandleAsync(new(id, item, text), cancellationToken));

    public async Task<long> HoldAsync(string by, HoldFacts facts, CancellationToken cancellationToken) =>
        Complete(await new PlaceHold(contexts, members.As(by), past).HandleAsync(facts, cancellationToken));

    public Task LiftAsync(string by, long holdId, string reason, CancellationToken cancellationToken) =>
        DoAsync(new LiftHold(contexts, members.As(by), past).HandleAsync(holdId, reason, cancellationToken));

    public Task SetRuleAsync(string by, SanitizationMethod method, int quorum, CancellationToken cancellationToken) =>
        DoAsync(new SetQuorumRule(contexts, members.As(by), past).HandleAsync(new(null, null, method, quorum), cancellationToken));

    /// <summary>Applies what is due by now: releases and lapses.</summary>
    public Task AdvanceAsync(CancellationToken cancellationToken) => new AdvanceBatches(contexts, past).HandleAsync(cancellationToken);

    public async Task<DeletionBatch> BatchAsync(long id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DeletionBatches.AsNoTracking().SingleAsync(batch => batch.Id == id, cancellationToken);
    }

    private static async Task<Result<LedgerDraft>> AddAsync(BatchDecision decision, string[] resources, CancellationToken cancellationToken)
    {
        var (context, batch, _, positions, now) = decision;
        var added = await BatchItems.AddAsync(context, batch, context.Copies.Where(copy => resources.Contains(copy.ResourceId)), cancellationToken);
        if (added.Refusal is { } none)
            return none;
        await BatchItems.CountAsync(context, batch, positions, cancellationToken);
        await BatchItems.EvaluateAsync(context, batch, positions, now, cancellationToken);
        return BatchEntries.Of(
            LedgerActions.BatchItemsAdded, batch, $"added {added.Value:N0} {(added.Value == 1 ? "copy" : "copies")} to the draft “{batch.Name}”", new() { ["added"] = added.Value });
    }

    private BatchDecisions Decisions(string by) => new(contexts, members.As(by), past);

    private async Task DoAsync(Task<Result> doing)
    {
        if ((await doing).Refusal is { } refusal)
            throw new InvalidOperationException($"A step of the demo programme was refused: {refusal.Message}");
        past.MoveTo(past.GetUtcNow() + Pause);
    }

    private long Complete(Result<long> done)
    {
        past.MoveTo(past.GetUtcNow() + Pause);
        return done.IsDone ? done.Value : throw new InvalidOperationException($"A step of the demo programme was refused: {done.Refusal!.Message}");
    }
}
