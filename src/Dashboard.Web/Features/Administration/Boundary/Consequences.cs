using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Core.Summary;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Controls.Marks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Boundary;

/// <summary>
/// Calculates a <see cref="Consequence"/>. Copies and bytes come from the rollups. Only the number of datasets needs the copies
/// themselves, and only those whose position changes.
/// </summary>
internal static class Consequences
{
    /// <param name="day">The day (UTC) on which the change takes effect; a day in the past means today.</param>
    public static async Task<Consequence> OfAsync(
        DashboardContext context, BoundaryFacts factsBefore, BoundaryFacts factsAfter, DateOnly today, DateOnly day, CancellationToken cancellationToken)
    {
        var from = day > today ? day : today;
        var (before, after) = (factsBefore.On(from), factsAfter.On(from));
        var totals = await LocationTotal.Query(context).ToListAsync(cancellationToken);
        var moved = totals.FindAll(total =>
            total.PositionIn(before) != total.PositionIn(after) && (total.CountsIn(before) || total.CountsIn(after)));
        var obliged = before.Classifications.Values
            .FirstOrDefault(classification => classification.MustBeInside != after.MustBeInside(classification.Id));
        var obligation = obliged is null ? null : await ObligationAsync(context, obliged, totals, after, cancellationToken);
        return new(
            today,
            from,
            Amounts.ThatMustBeInside(totals, before),
            Amounts.ThatMustBeInside(totals, after),
            Moves(moved, before, after),
            LocationMoves(before, after),
            obligation,
            (obligation?.Datasets ?? 0) + await MovedDatasetsAsync(context, moved.Where(total => total.ClassificationId != obliged?.Id), cancellationToken),
            await TrafficAsync(context, before, after, today, cancellationToken));
    }

    /// <summary>Datasets of a classification with a copy at one of these locations that is not verified absent.</summary>
    internal static IQueryable<long> DatasetsAt(DashboardContext context, long classificationId, IReadOnlyCollection<long> locationIds) =>
        from copy in context.Copies
        join rollup in context.CopyRollups on copy.RollupId equals rollup.Id
        where rollup.ClassificationId == classificationId && locationIds.Contains(rollup.LocationId) && rollup.State != CopyState.VerifiedAbsent
        select copy.DatasetId;

    internal static IQueryable<LocationTraffic> TrafficOf(DashboardContext context, DateOnly day) => context.Traffic
        .Where(traffic => traffic.Day == day)
        .GroupBy(traffic => traffic.LocationId)
        .Select(group => new LocationTraffic(group.Key, group.Sum(traffic => traffic.Requests)));

    /// <summary>A dataset has one classification, so the counts of each add up.</summary>
    private static async Task<long> MovedDatasetsAsync(DashboardContext context, IEnumerable<LocationTotal> moved, CancellationToken cancellationToken)
    {
        var datasets = 0L;
        foreach (var same in moved.GroupBy(total => total.ClassificationId))
        {
            var locations = same.Select(total => total.LocationId).Distinct().ToArray();
            datasets += await DatasetsAt(context, same.Key, locations).Distinct().LongCountAsync(cancellationToken);
        }

        return datasets;
    }

    private static async Task<Obligation> ObligationAsync(
        DashboardContext context, Classification before, List<LocationTotal> totals, Positions after, CancellationToken cancellationToken)
    {
        var counted = totals.FindAll(total => total.ClassificationId == before.Id && total.CountsIn(after));
        return new(
            after.Classifications[before.Id].Name,
            !before.MustBeInside,
            await context.Datasets.LongCountAsync(dataset => dataset.ClassificationId == before.Id, cancellationToken),
            counted.Sum(total => total.Copies),
            counted.Sum(total => total.Bytes));
    }

    private static CopyMove[] Moves(IEnumerable<LocationTotal> moved, Positions before, Positions after) =>
    [
        .. moved.GroupBy(total => (total.LocationId, total.ClassificationId))
            .Select(same => new CopyMove(
                after.Locations[same.Key.LocationId].Name,
                after.Classifications[same.Key.ClassificationId].Name,
                after.MustBeInside(same.Key.ClassificationId),
                before.Of(same.Key.LocationId, same.Key.ClassificationId),
                after.Of(same.Key.LocationId, same.Key.ClassificationId),
                same.Sum(total => total.Copies),
                same.Sum(total => total.Bytes)))
            .OrderByDescending(move => move.MustBeInside).ThenByDescending(move => move.Bytes),
    ];

    private static LocationMove[] LocationMoves(Positions before, Positions after) =>
    [
        .. before.Locations.Values
            .Select(location => new LocationMove(location.Id, after.Locations[location.Id].Name, before.Of(location.Id), after.Of(location.Id)))
            .Where(move => move.From != move.To)
            .OrderBy(move => move.Name, StringComparer.OrdinalIgnoreCase),
    ];

    private static async Task<TrafficShift?> TrafficAsync(
        DashboardContext context, Positions before, Positions after, DateOnly today, CancellationToken cancellationToken)
    {
        var oldest = today.AddDays(-DailyFigures.TrafficDays);
        var latest = await context.Traffic.Where(traffic => traffic.Day >= oldest && traffic.Day <= today)
            .MaxAsync(traffic => (DateOnly?)traffic.Day, cancellationToken);
        if (latest is not { } day)
            return null;
        var requests = await TrafficOf(context, day).ToListAsync(cancellationToken);
        return new TrafficShift(day, SplitBy(before), SplitBy(after));

        Split SplitBy(Positions positions) =>
            new(SumOf(positions, Position.Inside), SumOf(positions, Position.Outside), SumOf(positions, Position.Unknown));

        long SumOf(Positions positions, Position position) =>
            requests.Where(traffic => positions.Of(traffic.LocationId) == position).Sum(traffic => traffic.Requests);
    }
}

internal sealed record LocationTraffic(long LocationId, long Requests);
