using Dashboard.Core;
using Dashboard.Core.Findings;
using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Marks;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>Known copies that changed in the same way.</summary>
internal sealed record ChangedCopies(
    long FromDatasetId, long ToDatasetId, long FromLocationId, long ToLocationId, int FromRole, int ToRole, int Fell, int Shortened, long Copies,
    long BytesBefore, long BytesAfter, long RecordsBefore, long RecordsAfter);

/// <summary>A change that matters, said from what to what.</summary>
/// <param name="Kind">The finding that it raises; null if it raises none.</param>
/// <param name="DatasetId">The dataset that must answer for it: the one that had the copies.</param>
internal sealed record MaterialChange(FindingKind? Kind, long DatasetId, string Text, long Copies);

/// <summary>
/// Says which changes matter. Those that change what is inside or outside, or make the programme look better without a deletion, raise a finding
/// with the dataset that had the copies.
/// </summary>
/// <param name="datasetName">The name of a dataset, also of one that the import would create.</param>
/// <param name="location">A location, also one that the import would create.</param>
/// <param name="position">The position of a location for the data of a dataset.</param>
internal sealed class MaterialChanges(Func<long, string> datasetName, Func<long, Location> location, Func<Location, long, Position> position)
{
    public IEnumerable<MaterialChange> Of(ChangedCopies changed)
    {
        var copies = ImportText.Counted(changed.Copies, Core.Imports.SourceKind.Inventory);
        var what = $"{copies}, {ByteText.Of(changed.BytesBefore)}, of {datasetName(changed.FromDatasetId)}";
        var (from, to) = (location(changed.FromLocationId), location(changed.ToLocationId));
        var (before, after) = (position(from, changed.FromDatasetId), position(to, changed.ToDatasetId));
        if (changed.FromLocationId != changed.ToLocationId)
        {
            yield return new(
                before == after ? null : FindingKind.MovedAcrossBoundary, changed.FromDatasetId,
                $"{what} moved from {from.Name} ({Naming.Of(before)}) to {to.Name} ({Naming.Of(after)})", changed.Copies);
        }

        if (changed.FromDatasetId != changed.ToDatasetId)
            yield return new(FindingKind.Relabelled, changed.FromDatasetId, $"{what} now {(changed.Copies == 1 ? "belongs" : "belong")} to {datasetName(changed.ToDatasetId)}", changed.Copies);
        if (changed.FromRole != changed.ToRole)
        {
            yield return new(
                after is Position.Inside ? null : FindingKind.RoleChanged, changed.FromDatasetId,
                $"{what} at {to.Name}: role changed from {Naming.Of((CopyRole)changed.FromRole)} to {Naming.Of((CopyRole)changed.ToRole)}", changed.Copies);
        }

        if (changed.Fell == 1)
        {
            yield return new(
                before is Position.Inside ? null : FindingKind.SizeFell, changed.FromDatasetId,
                $"{what} at {from.Name}: fell to {ByteText.Of(changed.BytesAfter)}" + (changed.RecordsAfter < changed.RecordsBefore ? $", from {changed.RecordsBefore:N0} to {changed.RecordsAfter:N0} records" : ""),
                changed.Copies);
        }

        if (changed.Shortened == 1)
            yield return new(FindingKind.RetentionShortened, changed.FromDatasetId, $"{what} at {from.Name}: the date until which they must be kept is earlier or gone", changed.Copies);
    }
}
