using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;

namespace Dashboard.Core.Deletions;

/// <summary>What an evaluation found for one item: which gates are closed, and what each finding rests on.</summary>
/// <param name="Number">The item's number in its batch.</param>
/// <param name="LocationId">Where the copy is now.</param>
/// <param name="ClassificationId">The dataset's classification now.</param>
/// <param name="Difference">In what the copy is no longer the one that was proposed; null when it is.</param>
/// <param name="EqualCopyId">The equal copy inside that it relies on.</param>
/// <param name="Hold">An active hold that covers it.</param>
/// <param name="OtherBatchId">The other open batch that claims it.</param>
/// <param name="Source">Its own source.</param>
/// <param name="ClosedBefore">What the evaluation before had found.</param>
public readonly record struct ItemGates(
    long Number, Gates Closed, long LocationId, long ClassificationId, Position Position, string? Difference, Equality Equality, long? EqualCopyId,
    LegalHold? Hold, DateOnly? RetainUntil, long? OtherBatchId, Source? Source, Gates ClosedBefore)
{
    public bool AreOpen => Closed is Gates.None;
}
