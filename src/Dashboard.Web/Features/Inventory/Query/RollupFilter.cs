using System.Linq.Expressions;
using Dashboard.Core;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>
/// Finds the rollups that match a filter. Positions are computed here with <see cref="Positions"/> and never in SQL, so that there is only
/// one position rule.
/// </summary>
internal static class RollupFilter
{
    /// <summary>The rollups that match; null when the filter excludes none.</summary>
    public static IQueryable<CopyRollup>? Matching(DashboardContext context, CopyFilter filter, InventoryLookups lookups)
    {
        var all = context.CopyRollups.AsNoTracking();
        var wanted = all;
        if (lookups.OwnSystems is { } own)
            wanted = wanted.Where(rollup => own.Contains(rollup.SystemId));
        if (filter.Systems is { Length: > 0 } systems)
            wanted = wanted.Where(rollup => systems.Contains(rollup.SystemId));
        if (filter.Classifications is { Length: > 0 } classifications)
            wanted = wanted.Where(rollup => classifications.Contains(rollup.ClassificationId));
        if (filter.Sources is { Length: > 0 } sources)
            wanted = wanted.Where(rollup => sources.Contains(rollup.SourceId));
        if (filter.Roles is { Length: > 0 } roles)
            wanted = wanted.Where(rollup => roles.Contains(rollup.Role));
        if (filter.States is { Length: > 0 } states)
            wanted = wanted.Where(rollup => states.Contains(rollup.State));
        if (filter.Positions.Length > 0)
        {
            wanted = wanted.Where(At(filter.Positions, PlacesOf(filter, lookups), lookups));
        }
        else if (filter.Locations.Length + filter.Operators.Length + filter.Countries.Length > 0)
        {
            var places = PlacesOf(filter, lookups);
            wanted = wanted.Where(rollup => places.Contains(rollup.LocationId));
        }

        if (filter.CountedOnly)
            wanted = Counted(wanted, lookups);
        return wanted == all ? null : wanted;
    }

    /// <summary>Applies <see cref="CopyStates.Counts"/> to every state and position.</summary>
    private static IQueryable<CopyRollup> Counted(IQueryable<CopyRollup> rollups, InventoryLookups lookups)
    {
        var everywhere = lookups.Positions.Locations.Keys.ToArray();
        Expression<Func<CopyRollup, bool>> counts = rollup => false;
        foreach (var alike in Enum.GetValues<CopyState>().GroupBy(state => (Inside: state.Counts(Position.Inside), Elsewhere: state.Counts(Position.Outside))))
        {
            var states = alike.ToArray();
            Position[] positions = [.. alike.Key.Inside ? [Position.Inside] : (Position[])[], .. alike.Key.Elsewhere ? [Position.Outside, Position.Unknown] : (Position[])[]];
            if (positions.Length == 3)
                counts = Conditions.Either(counts, rollup => states.Contains(rollup.State));
            else if (positions.Length > 0)
                counts = Conditions.Either(counts, Conditions.Both(rollup => states.Contains(rollup.State), At(positions, everywhere, lookups)));
        }

        return rollups.Where(counts);
    }

    /// <summary>Rollups with one of these positions at one of these places. Classifications with the same places share one condition.</summary>
    private static Expression<Func<CopyRollup, bool>> At(Position[] positions, long[] places, InventoryLookups lookups)
    {
        Expression<Func<CopyRollup, bool>> at = rollup => false;
        var byPlaces = lookups.Positions.Classifications.Keys
            .Select(id => (Id: id, Places: Array.FindAll(places, place => positions.Contains(lookups.Positions.Of(place, id)))))
            .Where(held => held.Places.Length > 0)
            .GroupBy(held => string.Join(' ', held.Places));
        foreach (var alike in byPlaces)
        {
            var classifications = alike.Select(held => held.Id).ToArray();
            var ids = alike.First().Places;
            at = Conditions.Either(at, rollup => classifications.Contains(rollup.ClassificationId) && ids.Contains(rollup.LocationId));
        }

        return at;
    }

    private static long[] PlacesOf(CopyFilter filter, InventoryLookups lookups) =>
    [
        .. lookups.Positions.Locations.Values
            .Where(place => filter.Locations.Length == 0 || filter.Locations.Contains(place.Id))
            .Where(place => IsAmong(filter.Operators, place.Operator) && IsAmong(filter.Countries, place.Country))
            .Select(place => place.Id),
    ];

    private static bool IsAmong(string[] wanted, string? value) =>
        wanted.Length == 0 || wanted.Contains(value ?? FilterKey.Unknown, StringComparer.OrdinalIgnoreCase);
}
