using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Summary;

/// <summary>Writes today's figures, for the programme and each wave.</summary>
public static class DailyFigures
{
    /// <summary>Traffic older than this many days is not used for today's figures.</summary>
    public const int TrafficDays = 7;

    /// <summary>Recounts from the statuses of the datasets and the traffic, in the caller's transaction.</summary>
    /// <returns>The figures of the whole programme.</returns>
    public static async Task<DailyFigure> WriteTodayAsync(
        DashboardContext context, Positions positions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var totals = await Totals(context).ToListAsync(cancellationToken);
        var waves = await context.Waves.Select(wave => (long?)wave.Id).ToListAsync(cancellationToken);
        DailyFigure? programme = null;
        var written = await context.DailyFigures.Where(figure => figure.Day == today).ToListAsync(cancellationToken);
        foreach (var waveId in waves.Prepend(null))
        {
            var count = DailyFigure.For(today, waveId);
            foreach (var total in totals.Where(total => waveId is null || total.WaveId == waveId))
                count.Add(total);
            if (waveId is null)
                await AddTrafficAsync(context, positions, count, cancellationToken);
            var figure = written.Find(figure => figure.WaveId == waveId);
            if (figure is null)
            {
                figure = DailyFigure.For(today, waveId);
                context.DailyFigures.Add(figure);
            }

            figure.Replace(count, now);
            programme ??= figure; // The programme comes first.
        }

        await context.SaveChangesAsync(cancellationToken);
        return programme!;
    }

    internal static IQueryable<StageTotals> Totals(DashboardContext context) => context.Datasets
        .Where(dataset => dataset.Status.Stage != null)
        .GroupBy(dataset => new { dataset.WaveId, dataset.Status.Stage })
        .Select(group => new StageTotals(
            group.Key.WaveId,
            group.Key.Stage!.Value,
            group.LongCount(),
            group.Sum(d => d.Status.CopiesInside),
            group.Sum(d => d.Status.CopiesOutside),
            group.Sum(d => d.Status.CopiesUnknown),
            group.Sum(d => d.Status.BytesInside),
            group.Sum(d => d.Status.BytesOutside),
            group.Sum(d => d.Status.BytesUnknown),
            group.Sum(d => d.Status.BackupCopiesOutside),
            group.Sum(d => d.Status.BackupBytesOutside),
            group.Sum(d => d.Status.IsMismatched ? 1L : 0L),
            group.Sum(d => d.Owner == null ? 1L : 0L)));

    private static async Task AddTrafficAsync(
        DashboardContext context, Positions positions, DailyFigure count, CancellationToken cancellationToken)
    {
        var from = count.Day.AddDays(-TrafficDays);
        var latest = await context.Traffic.Where(traffic => traffic.Day >= from && traffic.Day <= count.Day)
            .MaxAsync(traffic => (DateOnly?)traffic.Day, cancellationToken);
        if (latest is not { } day)
            return;
        var requests = await context.Traffic.Where(traffic => traffic.Day == day)
            .GroupBy(traffic => traffic.LocationId)
            .Select(group => new { LocationId = group.Key, Requests = group.Sum(traffic => traffic.Requests) })
            .ToListAsync(cancellationToken);
        count.SetTraffic(day, SumOf(Position.Inside), SumOf(Position.Outside), SumOf(Position.Unknown));

        long SumOf(Position position) => requests.Where(r => positions.Of(r.LocationId) == position).Sum(r => r.Requests);
    }
}
