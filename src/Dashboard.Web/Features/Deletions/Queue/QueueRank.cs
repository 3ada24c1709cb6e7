using Dashboard.Core.Deletions;
using Dashboard.Web.Controls.Marks;

namespace Dashboard.Web.Features.Deletions.Queue;

/// <summary>
/// Ranks batches for review: first those that would remove a dataset's last backup, then those with copies inside the boundary, then by the
/// order of magnitude of their bytes, then by waiting time, longest first.
/// </summary>
public sealed record QueueRank(long LastBackups, long InsideCopies, long Bytes, DateTimeOffset WaitingSince)
{
    /// <summary>The most urgent sorts first.</summary>
    internal (long, long, int, DateTimeOffset) Order => (-LastBackups, -InsideCopies, -$"{Bytes}".Length, WaitingSince);

    /// <summary>Why the batch has this rank, most important reason first.</summary>
    public IReadOnlyList<string> Why(DateTimeOffset now)
    {
        var why = new List<string>();
        if (LastBackups > 0)
            why.Add($"removes the last backup of {(LastBackups == 1 ? "1 dataset" : $"{LastBackups:N0} datasets")}");
        if (InsideCopies > 0)
            why.Add($"deletes {(InsideCopies == 1 ? "1 copy" : $"{InsideCopies:N0} copies")} inside the boundary");
        why.Add(ByteText.Of(Bytes));
        why.Add($"waiting for {TimeText.Span(now > WaitingSince ? now - WaitingSince : TimeSpan.Zero)}");
        return why;
    }

    internal static QueueRank Of(DeletionBatch batch, DateTimeOffset waitingSince) =>
        new(batch.Scope.LastBackups, batch.Scope.InsideCopies, batch.Tally.Bytes, waitingSince);
}
