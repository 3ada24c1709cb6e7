using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Batches;

/// <summary>Adds names to a batch's scope, which counts by ids.</summary>
internal static class BatchScopeNames
{
    public static async Task<BatchScopeNamed> OfAsync(DashboardContext context, BatchScope scope, Positions positions, CancellationToken cancellationToken)
    {
        var (systems, datasets) = (scope.Owners.Select(owner => owner.SystemId).Distinct().ToArray(), scope.LastBackupDatasets.ToArray());
        var systemNames = await context.Systems.Where(system => systems.Contains(system.Id)).ToDictionaryAsync(system => system.Id, system => system.Name, cancellationToken);
        var lastBackups = await context.Datasets.Where(dataset => datasets.Contains(dataset.Id)).OrderBy(dataset => dataset.Name).ThenBy(dataset => dataset.Id)
            .Select(dataset => new NamedDataset(dataset.Id, dataset.Name, dataset.Owner)).ToListAsync(cancellationToken);
        return new(
            scope.Datasets,
            scope.InsideCopies,
            [.. scope.Places.Select(place => Place(place, positions)).OrderBy(place => place.Position is Position.Inside).ThenBy(place => place.Name, StringComparer.Ordinal).ThenBy(place => place.Role)],
            [.. scope.Classifications.Select(one => new ClassRow(positions.Classifications[one.ClassificationId].Name, positions.MustBeInside(one.ClassificationId), one.Copies, one.Bytes))],
            [.. scope.Owners.Select(owner => new OwnerRow(systemNames[owner.SystemId], owner.Owner, owner.Copies, owner.Bytes))],
            scope.LastBackups,
            lastBackups);
    }

    private static PlaceRow Place(ScopePlace place, Positions positions)
    {
        var location = positions.Locations[place.LocationId];
        return new(
            location.Id, location.Name, $"{location.Operator ?? "Unknown operator"}, {Countries.NameOf(location.Country)}", positions.Of(location.Id),
            place.Role, place.Copies, place.Bytes);
    }
}
