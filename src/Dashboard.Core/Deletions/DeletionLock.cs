using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Deletions;

/// <summary>
/// The one row that everybody locks who decides about deletions: approvals, holds, orders and reports follow one another, so that each
/// sees what the one before has done.
/// </summary>
public sealed class DeletionLock
{
    public const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    /// <summary>Raised by each decision before it reads anything: that update is the row lock, kept until the transaction ends.</summary>
    public long Turn { get; private set; }

    /// <summary>Takes the turn. The first thing in a decision's transaction.</summary>
    public static Task LockAsync(DashboardContext context, CancellationToken cancellationToken) =>
        context.DeletionLock.ExecuteUpdateAsync(set => set.SetProperty(row => row.Turn, row => row.Turn + 1), cancellationToken);
}
