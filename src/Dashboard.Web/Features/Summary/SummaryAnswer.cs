using Dashboard.Core.Findings;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Controls.Marks;

namespace Dashboard.Web.Features.Summary;

/// <summary>Everything that the summary shows, read only from figures and rollups.</summary>
/// <param name="Latest">The latest day's figures; null until the first import.</param>
/// <param name="WeekAgo">The figures of seven days before the latest, or of the last day before that; null if the history is shorter.</param>
/// <param name="History">Up to 180 days, oldest first.</param>
/// <param name="MustBeInside">IDs of the classifications that every figure counts, for the links to its rows.</param>
public sealed record SummaryAnswer(
    SummaryDay? Latest, SummaryDay? WeekAgo, IReadOnlyList<HistoryDay> History, DeletionFigures Deletions,
    IReadOnlyList<PlaceFigures> Places, IReadOnlyList<SourceReport> Sources, IReadOnlyList<WaveTarget> Waves,
    IReadOnlyList<OpenFindings> Findings, UnclassifiedFigures Unclassified, WeekOfChanges Week, IReadOnlyList<long> MustBeInside,
    RestsOn RestsOn, MayOpen MayOpen);

/// <summary>The figures at the end of a day, for data that must be inside.</summary>
/// <param name="Stages">Datasets by stage, in the order of <see cref="Stage"/>.</param>
public sealed record SummaryDay(
    DateOnly Day, DateTimeOffset WrittenAt, Split Copies, Split Bytes, long BackupCopiesOutside, long BackupBytesOutside,
    IReadOnlyList<long> Stages, long Mismatched, long WithoutOwner, DateOnly? TrafficDay, Split Requests)
{
    public long Datasets => Stages.Sum();
}

public sealed record HistoryDay(DateOnly Day, Split Bytes, Split Requests, long BackupCopiesOutside);

/// <summary>Items of released batches, by how far their deletion has come.</summary>
/// <param name="Verified">Absent from a later complete inventory.</param>
/// <param name="Reported">Reported, not verified.</param>
/// <param name="Pending">Released and not yet reported on, or held back by a gate.</param>
/// <param name="Unfinished">Failed, still listed after a report, or listed again after being verified absent.</param>
public sealed record DeletionFigures(long Verified, long Reported, long Pending, long Unfinished)
{
    public static readonly DeletionFigures None = new(0, 0, 0, 0);

    public long Ordered => Verified + Reported + Pending + Unfinished;
}

/// <summary>IDs of the sources that each group of figures rests on.</summary>
/// <param name="Copies">Those that list data that must be inside.</param>
/// <param name="Deletions">Those that list, or listed, the copies of released batches.</param>
/// <param name="Traffic">Those that reported traffic for the day that is shown.</param>
public sealed record RestsOn(IReadOnlyList<long> Copies, IReadOnlyList<long> Deletions, IReadOnlyList<long> Traffic);

/// <summary>The totals of protected data at a location.</summary>
public sealed record PlaceFigures(
    long LocationId, string Name, Position Position, double? Latitude, double? Longitude, long Copies, long Bytes,
    long BackupCopies, long BackupBytes);

public sealed record SourceReport(
    long Id, string Name, SourceKind Kind, Freshness Freshness, DateTimeOffset? AsOf, DateTimeOffset? StaleFrom, bool IsComplete);

public sealed record WaveTarget(long Id, string Name, DateOnly? TargetCompletion, long Datasets, long Pivoted)
{
    public bool IsComplete => Datasets > 0 && Pivoted == Datasets;
}

/// <param name="Datasets">Datasets with such a finding.</param>
public sealed record OpenFindings(FindingKind Kind, long Findings, long Copies, long Datasets);

public sealed record UnclassifiedFigures(long ClassificationId, long Copies, long Bytes);

/// <summary>What changed in the last seven days: copies through imports, and the stages of datasets.</summary>
public sealed record WeekOfChanges(
    DateTimeOffset Since, long Imports, long NewCopies, long VerifiedAbsent, long Vanished, long Reappeared,
    IReadOnlyList<StageMoves> Moves);

public sealed record StageMoves(Stage? Before, Stage? After, long Datasets);

/// <summary>Which rows behind the figures this reader may open; a figure never links to a page that would refuse them.</summary>
public sealed record MayOpen(bool Inventory, bool Datasets, bool Waves, bool Sources, bool Imports);
