using System.Diagnostics;
using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dashboard.Core.Ledger;

/// <summary>
/// A change and the entries that record it, in one database transaction: both are saved, or neither is. Without a commit it is rolled back.
/// </summary>
public sealed class LedgerTransaction : IAsyncDisposable
{
    /// <summary>How long a commit without an answer is looked for.</summary>
    private static readonly TimeSpan LongestSearch = TimeSpan.FromSeconds(TimeLimits.StatementSeconds);

    private readonly DashboardContext context;
    private readonly IDbContextTransaction transaction;
    private readonly LedgerActor actor;
    private readonly TimeProvider clock;
    private bool hasTurn;

    private LedgerTransaction(DashboardContext context, IDbContextTransaction transaction, LedgerActor actor, TimeProvider clock) =>
        (this.context, this.transaction, this.actor, this.clock) = (context, transaction, actor, clock);

    /// <summary>Begins a change. What it reads before it takes its turn may be changed by others until then.</summary>
    internal static async Task<LedgerTransaction> BeginAsync(
        DashboardContext context, LedgerActor actor, TimeProvider clock, CancellationToken cancellationToken) =>
        context.Recording = new(context, await context.Database.BeginTransactionAsync(cancellationToken), actor, clock);

    /// <summary>Waits until no one else changes anything. Does nothing if this change already has its turn.</summary>
    public async Task TakeTurnAsync(CancellationToken cancellationToken)
    {
        if (hasTurn)
            return;
        await context.TakeTurnAsync(cancellationToken);
        hasTurn = true;
    }

    /// <summary>Saves pending changes, appends the entries and commits.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved first; nothing is changed.</exception>
    /// <exception cref="CommitUncertainException">The database did not say whether it committed, and could not be asked.</exception>
    public Task CommitAsync(LedgerDraft draft, CancellationToken cancellationToken) => CommitAsync([draft], cancellationToken);

    /// <inheritdoc cref="CommitAsync(LedgerDraft, CancellationToken)"/>
    public async Task CommitAsync(IReadOnlyList<LedgerDraft> drafts, CancellationToken cancellationToken)
    {
        if (drafts.Count == 0)
            throw new ArgumentException("A change is committed with at least one entry that records it.", nameof(drafts));
        if (!hasTurn)
            throw new InvalidOperationException("A change is committed in its turn, so that its entries follow the last one.");
        await context.SaveChangesAsync(cancellationToken);
        var last = await LedgerAppend.AppendAsync(context, actor, drafts, clock, cancellationToken);
        try
        {
            // Not cancelled: a commit that was cancelled may still have happened.
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception lost)
        {
            if (!await IsCommittedAsync(last, lost))
                throw;
        }
    }

    /// <summary>As <see cref="CommitAsync(LedgerDraft, CancellationToken)"/>, but returns a refusal if someone else saved first.</summary>
    /// <param name="what">What was edited, as the start of a sentence: <c>The wave</c>.</param>
    public async Task<Result> CommitUnlessStaleAsync(LedgerDraft draft, string what, CancellationToken cancellationToken)
    {
        try
        {
            await CommitAsync(draft, cancellationToken);
            return Result.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new StaleEdit(what);
        }
    }

    public async ValueTask DisposeAsync()
    {
        context.Recording = null;
        await transaction.DisposeAsync();
    }

    /// <summary>
    /// Whether a commit whose answer was lost happened. The last entry identifies the operation: its hash covers its number, time, actor, text
    /// and the entry before it, so no other operation has the same one.
    /// </summary>
    private async Task<bool> IsCommittedAsync(LedgerEntry last, Exception lost)
    {
        var started = Stopwatch.GetTimestamp();
        for (var pause = TimeSpan.FromMilliseconds(100); ; pause *= 2)
        {
            try
            {
                // Ends the transaction on this side, so that the question does not run inside it.
                await transaction.DisposeAsync();
                var stored = await context.LedgerEntries.AsNoTracking().Where(entry => entry.Sequence == last.Sequence).Select(entry => entry.Hash)
                    .SingleOrDefaultAsync(CancellationToken.None);
                return stored is not null && stored.AsSpan().SequenceEqual(last.Hash);
            }
            catch (Exception) when (Stopwatch.GetElapsedTime(started) + pause < LongestSearch)
            {
                await Task.Delay(pause);
            }
            catch (Exception unreachable)
            {
                throw new CommitUncertainException(new AggregateException(lost, unreachable));
            }
        }
    }
}

/// <summary>The database did not say whether it committed a change, and could not be asked. Trying again could do it twice.</summary>
public sealed class CommitUncertainException(Exception inner)
    : Exception("The database did not answer the commit of a change, so it may or may not have happened.", inner);
