using Dashboard.Core.Migration;

namespace Dashboard.Core.Imports;

/// <summary>What one import changed in one dataset: the dataset's history, and the rows behind the counts of the import.</summary>
public sealed class DatasetChange
{
    private DatasetChange()
    {
    }

    public long Id { get; private set; }

    public long DatasetId { get; private set; }

    /// <summary>Null if an edit (boundary, location, classification), not an import, changed the stage.</summary>
    public long? ImportId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public long New { get; private set; }

    public long Changed { get; private set; }

    public long Vanished { get; private set; }

    public long VerifiedAbsent { get; private set; }

    public long Reappeared { get; private set; }

    public Stage? StageBefore { get; private set; }

    public Stage? StageAfter { get; private set; }

    /// <summary>
    /// <see cref="At"/> if the stage changed, otherwise null. It exists for its index, which finds the few stage changes among many
    /// changes.
    /// </summary>
    public DateTimeOffset? StageMovedAt { get; private set; }

    public static DatasetChange Of(
        long datasetId, long? importId, DateTimeOffset at, CopyChanges copies, Stage? before, Stage? after) => new()
        {
            DatasetId = datasetId,
            ImportId = importId,
            At = at,
            New = copies.New,
            Changed = copies.Changed,
            Vanished = copies.Vanished,
            VerifiedAbsent = copies.VerifiedAbsent,
            Reappeared = copies.Reappeared,
            StageBefore = before,
            StageAfter = after,
            StageMovedAt = before == after ? null : at,
        };
}

/// <summary>Numbers of copies of one dataset, by what an import did to them.</summary>
public readonly record struct CopyChanges(long New, long Changed, long Vanished, long VerifiedAbsent, long Reappeared);
