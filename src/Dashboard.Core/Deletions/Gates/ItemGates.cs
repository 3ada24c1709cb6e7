using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;

namespace Dashboard.Core.Deletions;

/// <summary>The result of an evaluation for one item: which gates are closed, and the evidence for each.</summary>
/// <param name="Number">The item's number in its batch.</param>
/// <param name="LocationId">Where the copy is now.</param>
/// <param name="ClassificationId">The dataset's classification now.</param>
/// <param name="Difference">How the copy differs from the one that was proposed; null if it does not.</param>
/// <param name="EqualCopyId">The equal copy inside that the evaluation relied on.</param>
/// <param name="Hold">An active hold that covers it.</param>
/// <param name="OtherBatchId">The other open batch that claims it.</param>
/// <param name="Source">Its own source.</param>
/// <param name="ClosedBefore">The gates that the previous evaluation found closed.</param>
public readonly record struct ItemGates(
    long Number, Gates Closed, long LocationId, long ClassificationId, Position Position, string? Difference, Equality Equality, long? EqualCopyId,
    LegalHold? Hold, DateOnly? RetainUntil, long? OtherBatchId, Source? Source, Gates ClosedBefore)
{
    /// <summary>Whether the store itself holds the copy (S3 Object Lock).</summary>
    public bool IsHeldBySource { get; init; }

    public bool AreOpen => Closed is Gates.None;
}
