using Dashboard.Core.Migration;

namespace Dashboard.Core.Summary;

/// <summary>
/// The figures at the end of a day (UTC), for the whole programme or one wave. Only datasets that must be inside count. Rewritten with
/// every change on that day, then kept as the history for trends and forecasts.
/// </summary>
public sealed class DailyFigure
{
    private DailyFigure()
    {
    }

    public long Id { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>Null for the whole programme.</summary>
    public long? WaveId { get; private set; }

    public long CopiesInside { get; private set; }

    public long CopiesOutside { get; private set; }

    public long CopiesUnknown { get; private set; }

    public long BytesInside { get; private set; }

    public long BytesOutside { get; private set; }

    public long BytesUnknown { get; private set; }

    public long BackupCopiesOutside { get; private set; }

    public long BackupBytesOutside { get; private set; }

    public long NotStarted { get; private set; }

    public long Copying { get; private set; }

    public long Verified { get; private set; }

    public long CutOver { get; private set; }

    public long Retiring { get; private set; }

    public long Pivoted { get; private set; }

    public long Mismatched { get; private set; }

    public long WithoutOwner { get; private set; }

    /// <summary>The latest day for which traffic was reported, up to seven days back; null without traffic. Programme only.</summary>
    public DateOnly? TrafficDay { get; private set; }

    public long RequestsInside { get; private set; }

    public long RequestsOutside { get; private set; }

    public long RequestsUnknown { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    public long Datasets => NotStarted + Copying + Verified + CutOver + Retiring + Pivoted;

    public static DailyFigure For(DateOnly day, long? waveId) => new() { Day = day, WaveId = waveId };

    /// <summary>Adds the totals of one stage.</summary>
    public void Add(StageTotals totals)
    {
        CopiesInside += totals.CopiesInside;
        CopiesOutside += totals.CopiesOutside;
        CopiesUnknown += totals.CopiesUnknown;
        BytesInside += totals.BytesInside;
        BytesOutside += totals.BytesOutside;
        BytesUnknown += totals.BytesUnknown;
        BackupCopiesOutside += totals.BackupCopiesOutside;
        BackupBytesOutside += totals.BackupBytesOutside;
        Mismatched += totals.Mismatched;
        WithoutOwner += totals.WithoutOwner;
        switch (totals.Stage)
        {
            case Stage.NotStarted: NotStarted += totals.Datasets; break;
            case Stage.Copying: Copying += totals.Datasets; break;
            case Stage.Verified: Verified += totals.Datasets; break;
            case Stage.CutOver: CutOver += totals.Datasets; break;
            case Stage.Retiring: Retiring += totals.Datasets; break;
            case Stage.Pivoted: Pivoted += totals.Datasets; break;
        }
    }

    public void SetTraffic(DateOnly day, long inside, long outside, long unknown) =>
        (TrafficDay, RequestsInside, RequestsOutside, RequestsUnknown) = (day, inside, outside, unknown);

    /// <summary>Replaces the figures with a fresh count for the same day and wave.</summary>
    public void Replace(DailyFigure count, DateTimeOffset now)
    {
        (CopiesInside, CopiesOutside, CopiesUnknown) = (count.CopiesInside, count.CopiesOutside, count.CopiesUnknown);
        (BytesInside, BytesOutside, BytesUnknown) = (count.BytesInside, count.BytesOutside, count.BytesUnknown);
        (BackupCopiesOutside, BackupBytesOutside) = (count.BackupCopiesOutside, count.BackupBytesOutside);
        (NotStarted, Copying, Verified) = (count.NotStarted, count.Copying, count.Verified);
        (CutOver, Retiring, Pivoted) = (count.CutOver, count.Retiring, count.Pivoted);
        (Mismatched, WithoutOwner) = (count.Mismatched, count.WithoutOwner);
        (TrafficDay, RequestsInside, RequestsOutside, RequestsUnknown) =
            (count.TrafficDay, count.RequestsInside, count.RequestsOutside, count.RequestsUnknown);
        WrittenAt = now;
    }
}

/// <summary>The totals of the datasets in one wave and stage.</summary>
public sealed record StageTotals(
    long? WaveId, Stage Stage, long Datasets,
    long CopiesInside, long CopiesOutside, long CopiesUnknown,
    long BytesInside, long BytesOutside, long BytesUnknown,
    long BackupCopiesOutside, long BackupBytesOutside, long Mismatched, long WithoutOwner);
