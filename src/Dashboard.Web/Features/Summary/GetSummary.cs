using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Findings;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Summary;

/// <summary>The status of the programme. Its cost depends on days, rollups and sources, never on the number of copies or datasets.</summary>
internal sealed class GetSummary(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, IOptions<ProgrammeSettings> programme, TimeProvider clock)
{
    public const int HistoryDays = 180;

    public async Task<Result<SummaryAnswer>> HandleAsync(CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ViewSummary, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;

        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // One connection for all queries: opening one per query would take about 10 % of the time.
        await context.Database.OpenConnectionAsync(cancellationToken);
        var history = await History(context).ToListAsync(cancellationToken);
        var latest = history is [var last, ..] ? last.Day : (DateOnly?)null;
        var weekAgo = history.Find(day => day.Day <= latest?.AddDays(-7))?.Day;
        var days = await Days(context, latest, weekAgo).ToListAsync(cancellationToken);
        var positions = await Positions.LoadAsync(context, today, cancellationToken);
        var mustBeInside = positions.Classifications.Values.Where(c => c.MustBeInside).Select(c => c.Id).Order().ToArray();
        var sums = await ProtectedSums(context, mustBeInside).ToListAsync(cancellationToken);
        var unclassified = positions.Classifications.Values.Single(c => c.IsUnclassified).Id;
        var counted = sums.Where(sum => sum.State.Counts(positions.Of(sum.LocationId, sum.ClassificationId))).ToList();

        return new SummaryAnswer(
            days.Find(day => day.Day == latest),
            days.Find(day => day.Day == weekAgo),
            [.. history.Where(day => day.Day >= today.AddDays(-HistoryDays)).Reverse()],
            await Deletions(context).SingleOrDefaultAsync(cancellationToken) ?? DeletionFigures.None,
            PlacesOf(counted, positions),
            await SourcesAsync(context, now, cancellationToken),
            await WavesAsync(context, latest ?? today, cancellationToken),
            await Findings(context).ToListAsync(cancellationToken),
            new(
                unclassified,
                counted.Where(sum => sum.ClassificationId == unclassified).Sum(sum => sum.Copies),
                counted.Where(sum => sum.ClassificationId == unclassified).Sum(sum => sum.Bytes)),
            await WeekAsync(context, now.AddDays(-7), cancellationToken),
            mustBeInside,
            await RestsOnAsync(context, mustBeInside, days.Find(day => day.Day == latest)?.TrafficDay, cancellationToken),
            new(May(Permission.ViewInventory), May(Permission.ViewDatasets), May(Permission.ViewWaves), May(Permission.ViewSources), May(Permission.ViewImports)));

        bool May(Permission permission) => member.Value.May(permission, programme.Value.OversightCountry).IsDone;
    }

    /// <summary>The daily figures for the burn-up chart, latest first.</summary>
    internal static IQueryable<HistoryDay> History(DashboardContext context) => context.DailyFigures
        .Where(figure => figure.WaveId == null)
        .OrderByDescending(figure => figure.Day)
        .Take(HistoryDays + 1)
        .Select(figure => new HistoryDay(
            figure.Day,
            new Split(figure.BytesInside, figure.BytesOutside, figure.BytesUnknown),
            new Split(figure.RequestsInside, figure.RequestsOutside, figure.RequestsUnknown),
            figure.BackupCopiesOutside));

    /// <summary>All figures of the latest day and of a week before.</summary>
    internal static IQueryable<SummaryDay> Days(DashboardContext context, DateOnly? latest, DateOnly? weekAgo) => context.DailyFigures
        .Where(figure => figure.WaveId == null && (figure.Day == latest || figure.Day == weekAgo))
        .Select(figure => new SummaryDay(
            figure.Day,
            figure.WrittenAt,
            new Split(figure.CopiesInside, figure.CopiesOutside, figure.CopiesUnknown),
            new Split(figure.BytesInside, figure.BytesOutside, figure.BytesUnknown),
            figure.BackupCopiesOutside,
            figure.BackupBytesOutside,
            new[] { figure.NotStarted, figure.Copying, figure.Verified, figure.CutOver, figure.Retiring, figure.Pivoted },
            figure.Mismatched,
            figure.WithoutOwner,
            figure.TrafficDay,
            new Split(figure.RequestsInside, figure.RequestsOutside, figure.RequestsUnknown)));

    /// <summary>The rollups of data that must be inside, added up over sources and systems.</summary>
    /// <param name="mustBeInside">Ids of its classifications: to look them up for every rollup takes twice as long.</param>
    internal static IQueryable<ProtectedSum> ProtectedSums(DashboardContext context, IReadOnlyCollection<long> mustBeInside) =>
        from rollup in context.CopyRollups
        where mustBeInside.Contains(rollup.ClassificationId)
        group rollup by new { rollup.LocationId, rollup.ClassificationId, rollup.Role, rollup.State } into same
        select new ProtectedSum(
            same.Key.LocationId, same.Key.ClassificationId, same.Key.Role, same.Key.State,
            same.Sum(rollup => rollup.Copies), same.Sum(rollup => rollup.Bytes));

    internal static IQueryable<OpenFindings> Findings(DashboardContext context) => context.Findings
        .Where(finding => finding.State == FindingState.Open)
        .GroupBy(finding => finding.Kind)
        .Select(same => new OpenFindings(
            same.Key, same.LongCount(), same.Sum(finding => finding.Copies), same.Select(finding => finding.DatasetId).Distinct().Count()));

    /// <summary>Adds up the tallies of all batches. Items of a batch that was stopped or lapsed count only if they were acted on.</summary>
    internal static IQueryable<DeletionFigures> Deletions(DashboardContext context) => context.DeletionBatches
        .GroupBy(_ => 1)
        .Select(all => new DeletionFigures(
            all.Sum(batch => batch.Tally.Verified),
            all.Sum(batch => batch.Tally.Reported),
            all.Sum(batch => batch.ReleasedAt != null && (batch.State == BatchState.Approved || batch.State == BatchState.Executing) ? batch.Tally.Waiting + batch.Tally.Ordered : 0),
            all.Sum(batch => batch.Tally.Failed + batch.Tally.StillPresent + batch.Tally.Reappeared)));

    private static async Task<RestsOn> RestsOnAsync(
        DashboardContext context, long[] mustBeInside, DateOnly? trafficDay, CancellationToken cancellationToken)
    {
        var sources = await SourcesOfCopies(context, mustBeInside).ToListAsync(cancellationToken);
        var traffic = await context.Traffic.Where(row => row.Day == trafficDay).Select(row => row.SourceId).Distinct().ToListAsync(cancellationToken);
        return new([.. sources.Where(source => source.Protected).Select(source => source.Id)], [.. sources.Where(source => source.Deletions).Select(source => source.Id)], traffic);
    }

    internal static IQueryable<SourceOfCopies> SourcesOfCopies(DashboardContext context, IReadOnlyCollection<long> mustBeInside) => context.CopyRollups
        .Where(rollup => rollup.Copies > 0)
        .GroupBy(rollup => rollup.SourceId)
        .Select(same => new SourceOfCopies(
            same.Key,
            same.Max(rollup => mustBeInside.Contains(rollup.ClassificationId) ? 1 : 0) == 1,
            same.Max(rollup => rollup.State == CopyState.Present || rollup.State == CopyState.Missing ? 0 : 1) == 1));

    internal static IQueryable<WeekOfChanges> Imports(DashboardContext context, DateTimeOffset since) => context.Imports
        .Where(import => import.FinishedAt >= since && import.State == ImportState.Applied)
        .Where(import => context.Sources.Any(source => source.Id == import.SourceId && source.Kind == SourceKind.Inventory))
        .GroupBy(_ => 1)
        .Select(all => new WeekOfChanges(
            since,
            all.LongCount(),
            all.Sum(import => import.Counts.New),
            all.Sum(import => import.Counts.VerifiedAbsent),
            all.Sum(import => import.Counts.Vanished),
            all.Sum(import => import.Counts.Reappeared),
            Array.Empty<StageMoves>()));

    internal static IQueryable<StageMoves> Moves(DashboardContext context, DateTimeOffset since) => context.DatasetChanges
        .Where(change => change.StageMovedAt >= since)
        .GroupBy(change => new { change.StageBefore, change.StageAfter })
        .Select(same => new StageMoves(same.Key.StageBefore, same.Key.StageAfter, same.LongCount()));

    private static PlaceFigures[] PlacesOf(List<ProtectedSum> counted, Positions positions) =>
    [
        .. counted.Where(sum => sum.Copies > 0).GroupBy(sum => sum.LocationId).Select(here =>
        {
            var location = positions.Locations[here.Key];
            var backups = here.Where(sum => sum.Role is CopyRole.Backup).ToArray();
            return new PlaceFigures(
                here.Key, location.Name, positions.Of(here.Key), location.Latitude, location.Longitude,
                here.Sum(sum => sum.Copies), here.Sum(sum => sum.Bytes),
                backups.Sum(sum => sum.Copies), backups.Sum(sum => sum.Bytes));
        }).OrderByDescending(place => place.Bytes),
    ];

    private static async Task<SourceReport[]> SourcesAsync(DashboardContext context, DateTimeOffset now, CancellationToken cancellationToken) =>
    [
        .. (await context.Sources.AsNoTracking().OrderBy(source => source.Name).ToListAsync(cancellationToken)).Select(source => new SourceReport(
            source.Id, source.Name, source.Kind, source.FreshnessAt(now), source.LastAsOf, source.StaleFrom,
            source.LastAsOf == source.LastCompleteAsOf)),
    ];

    private static async Task<WaveTarget[]> WavesAsync(DashboardContext context, DateOnly day, CancellationToken cancellationToken)
    {
        var waves = await context.Waves.AsNoTracking().OrderBy(wave => wave.TargetCompletion).ThenBy(wave => wave.Name).ToListAsync(cancellationToken);
        var ids = waves.ConvertAll(wave => (long?)wave.Id);
        var figures = await context.DailyFigures.AsNoTracking()
            .Where(figure => ids.Contains(figure.WaveId) && figure.Day == day)
            .ToListAsync(cancellationToken);
        return
        [
            .. waves.Select(wave =>
            {
                var figure = figures.Find(figure => figure.WaveId == wave.Id);
                return new WaveTarget(wave.Id, wave.Name, wave.TargetCompletion, figure?.Datasets ?? 0, figure?.Pivoted ?? 0);
            }),
        ];
    }

    private static async Task<WeekOfChanges> WeekAsync(DashboardContext context, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var imports = await Imports(context, since).SingleOrDefaultAsync(cancellationToken);
        var moves = await Moves(context, since).ToListAsync(cancellationToken);
        return (imports ?? new(since, 0, 0, 0, 0, 0, [])) with { Moves = moves };
    }
}

internal sealed record SourceOfCopies(long Id, bool Protected, bool Deletions);

internal sealed record ProtectedSum(long LocationId, long ClassificationId, CopyRole Role, CopyState State, long Copies, long Bytes);
