using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dashboard.Core.Ledger;

/// <summary>
/// A change and the entries that record it, in one database transaction: both are saved, or neither is. Without a commit it is rolled back.
/// </summary>
public sealed class LedgerTransaction : IAsyncDisposable
{
    private readonly DashboardContext context;
    private readonly IDbContextTransaction transaction;
    private readonly LedgerActor actor;
    private readonly TimeProvider clock;

    private LedgerTransaction(DashboardContext context, IDbContextTransaction transaction, LedgerActor actor, TimeProvider clock) =>
        (this.context, this.transaction, this.actor, this.clock) = (context, transaction, actor, clock);

    internal static async Task<LedgerTransaction> BeginAsync(
        DashboardContext context, LedgerActor actor, TimeProvider clock, CancellationToken cancellationToken)
    {
        return context.Recording = new(context, await context.Database.BeginTransactionAsync(cancellationToken), actor, clock);
    }

    /// <summary>Saves pending changes, appends the entries and commits.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved first; nothing is changed.</exception>
    public Task CommitAsync(LedgerDraft draft, CancellationToken cancellationToken) => CommitAsync([draft], cancellationToken);

    /// <inheritdoc cref="CommitAsync(LedgerDraft, CancellationToken)"/>
    public async Task CommitAsync(IReadOnlyList<LedgerDraft> drafts, CancellationToken cancellationToken)
    {
        if (drafts.Count == 0)
            throw new ArgumentException("A change is committed with at least one entry that records it.", nameof(drafts));
        await context.SaveChangesAsync(cancellationToken);
        // Last, because every other writer waits from here until the commit.
        await LedgerAppend.AppendAsync(context, actor, drafts, clock, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
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
}
