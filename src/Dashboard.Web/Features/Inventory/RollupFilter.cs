using System.Linq.Expressions;
using Dashboard.Core;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>
/// Turns the filters that rollups know into a set of rollups. The position of each location for each classification is worked out here,
/// with the one rule there is, and never in SQL.
/// </summary>
internal static class RollupFilter
{
    /// <summary>The rollups that are asked for; null when that is all of them.</summary>
    public static IQueryable<CopyRollup>? Matching(DashboardContext context, CopyFilter filter, InventoryFrame frame)
    {
        var all = context.CopyRollups.AsNoTracking();
        var wanted = all;
        if (frame.OwnSystems is { } own)
            wanted = wanted.Where(rollup => own.Contains(rollup.SystemId));
        if (filter.Systems is { Length: > 0 } systems)
            wanted = wanted.Where(rollup => systems.Contains(rollup.SystemId));
        wanted = Among(wanted, filter, frame);
        return wanted == all ? null : wanted;
    }

    /// <summary>The same by what stands on the shelves; null where the filter asks for systems, which shelves do not tell apart.</summary>
    public static IQueryable<ShelfRollup>? Shelved(DashboardContext context, CopyFilter filter, InventoryFrame frame) =>
        frame.OwnSystems is null && filter.Systems.Length == 0 ? Among(context.ShelfRollups.AsNoTracking(), filter, frame) : null;

    private static IQueryable<T> Among<T>(IQueryable<T> wanted, CopyFilter filter, InventoryFrame frame)
        where T : IRollup
    {
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
            wanted = wanted.Where(At<T>(filter.Positions, PlacesOf(filter, frame), frame));
        }
        else if (filter.Locations.Length + filter.Operators.Length + filter.Countries.Length > 0)
        {
            var places = PlacesOf(filter, frame);
            wanted = wanted.Where(rollup => places.Contains(rollup.LocationId));
        }

        return filter.CountedOnly ? Counted(wanted, frame) : wanted;
    }

    /// <summary>
    /// Does this filter leave out either all of what stands on a shelf, or nothing? It does when it tells them apart by
    /// nothing else, and what it asks of positions is the same for every class of data at a place.
    /// </summary>
    public static bool KeepsShelves(CopyFilter filter, InventoryFrame frame)
    {
        if (frame.OwnSystems is not null || filter.Systems.Length + filter.Classifications.Length > 0)
            return false;
        if (filter.Positions.Length == 0 && !filter.CountedOnly)
            return true;
        var states = filter.CountedOnly ? Enum.GetValues<CopyState>() : [CopyState.Present];
        return PlacesOf(filter, frame).All(place => Array.TrueForAll(states, state => frame.Positions.Classifications.Keys
            .Select(classification => frame.Positions.Of(place, classification))
            .Select(position => (filter.Positions.Length == 0 || filter.Positions.Contains(position)) && (!filter.CountedOnly || state.Counts(position)))
            .Distinct().Count() <= 1));
    }

    /// <summary>The rule of <see cref="CopyStates.Counts"/>, asked of every state at every position.</summary>
    private static IQueryable<T> Counted<T>(IQueryable<T> rollups, InventoryFrame frame)
        where T : IRollup
    {
        var everywhere = frame.Positions.Locations.Keys.ToArray();
        Expression<Func<T, bool>> counts = rollup => false;
        foreach (var alike in Enum.GetValues<CopyState>().GroupBy(state => (Inside: state.Counts(Position.Inside), Elsewhere: state.Counts(Position.Outside))))
        {
            var states = alike.ToArray();
            Position[] positions = [.. alike.Key.Inside ? [Position.Inside] : (Position[])[], .. alike.Key.Elsewhere ? [Position.Outside, Position.Unknown] : (Position[])[]];
            if (positions.Length == 3)
                counts = Conditions.Either(counts, rollup => states.Contains(rollup.State));
            else if (positions.Length > 0)
                counts = Conditions.Either(counts, Conditions.Both(rollup => states.Contains(rollup.State), At<T>(positions, everywhere, frame)));
        }

        return rollups.Where(counts);
    }

    /// <summary>Rollups at one of the positions and one of the places. Classifications that may be held at the same places go together.</summary>
    private static Expression<Func<T, bool>> At<T>(Position[] positions, long[] places, InventoryFrame frame)
        where T : IRollup
    {
        Expression<Func<T, bool>> at = rollup => false;
        var byPlaces = frame.Positions.Classifications.Keys
            .Select(id => (Id: id, Places: Array.FindAll(places, place => positions.Contains(frame.Positions.Of(place, id)))))
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

    private static long[] PlacesOf(CopyFilter filter, InventoryFrame frame) =>
    [
        .. frame.Positions.Locations.Values
            .Where(place => filter.Locations.Length == 0 || filter.Locations.Contains(place.Id))
            .Where(place => IsAmong(filter.Operators, place.Operator) && IsAmong(filter.Countries, place.Country))
            .Select(place => place.Id),
    ];

    private static bool IsAmong(string[] wanted, string? value) =>
        wanted.Length == 0 || wanted.Contains(value ?? FilterKey.Unknown, StringComparer.OrdinalIgnoreCase);
}
