using Dashboard.Core.Findings;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Controls.Marks;

namespace Dashboard.Web.Features.Migration;

/// <param name="Stage">Null if the classification does not have to be inside.</param>
/// <param name="Steps">Empty if there is no stage, or if there are too many copies to explain it.</param>
public sealed record DatasetAnswer(
    DatasetIdentity Identity, Stage? Stage, DateTimeOffset? StageSince, bool IsMismatched, Split Bytes, IReadOnlyList<StageStep> Steps,
    IReadOnlyList<CopyGroup> Copies, IReadOnlyList<DatasetPlace> Places, IReadOnlyList<DatasetSource> Sources,
    IReadOnlyList<DatasetFinding> Findings, bool MayOpenWaves, bool MayOpenInventory, bool MayOpenImports, bool MayRecordComparisons);

/// <param name="Detail">What changed, from what to what.</param>
public sealed record DatasetFinding(FindingKind Kind, string Detail, DateTimeOffset OpenedAt, long? ImportId);

public sealed record DatasetIdentity(
    long Id, string Name, string Urn, string System, string? Owner, string Classification, IReadOnlyList<string> Categories,
    long? WaveId, string? Wave, bool IsUnregistered, DeclaredStatus? Declared, int? DeclaredPercent, DateTimeOffset? DeclaredAt,
    DateOnly? NextUpdateDue);

/// <summary>The copies that share location, role and state.</summary>
public sealed record CopyGroup(
    string Location, string Place, Position Position, CopyRole Role, CopyState State, long Copies, long Bytes)
{
    internal static CopyGroup Of(CopySum sum, Positions positions, long classificationId)
    {
        var location = positions.Locations[sum.LocationId];
        return new(
            location.Name, $"{location.Operator ?? "Unknown operator"}, {Countries.NameOf(location.Country)}",
            positions.Of(sum.LocationId, classificationId), sum.Role, sum.State, sum.Copies, sum.Bytes);
    }
}

/// <param name="Reason">Why the location is inside, outside or unknown for this dataset.</param>
/// <param name="Copies">The number of copies that count at this position.</param>
public sealed record DatasetPlace(long LocationId, string Name, Position Position, string Reason, long Copies, long Bytes);

/// <summary>A source that lists copies of the dataset.</summary>
public sealed record DatasetSource(
    long Id, string Name, DateTimeOffset? AsOf, DateTimeOffset? StaleFrom, Freshness Freshness, bool IsComplete);
