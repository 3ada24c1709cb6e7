using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Deletions;

/// <summary>
/// The single row that every decision about deletions locks. Approvals, holds, orders and reports run one after another, so each sees the
/// result of the one before.
/// </summary>
public sealed class DeletionLock
{
    public const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    /// <summary>
    /// Every decision increments it before reading anything. That update takes the row lock, which lasts until the transaction ends.
    /// </summary>
    public long Turn { get; private set; }

    /// <summary>Takes the lock. This must come first in a decision's transaction.</summary>
    public static Task LockAsync(DashboardContext context, CancellationToken cancellationToken) =>
        context.DeletionLock.ExecuteUpdateAsync(set => set.SetProperty(row => row.Turn, row => row.Turn + 1), cancellationToken);
}
