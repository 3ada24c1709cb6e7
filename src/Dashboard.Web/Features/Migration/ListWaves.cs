using Dashboard.Core;
using Dashboard.Core.Administration;
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

namespace Dashboard.Web.Features.Migration;

/// <summary>The waves and the whole programme, from the latest daily figures.</summary>
internal sealed class ListWaves(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, IOptions<ProgrammeSettings> programme, TimeProvider clock)
{
    public async Task<Result<WavesAnswer>> HandleAsync(CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ViewWaves, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;

        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var latest = await context.DailyFigures.AsNoTracking()
            .Where(figure => figure.WaveId == null)
            .OrderByDescending(figure => figure.Day)
            .FirstOrDefaultAsync(cancellationToken);
        var waves = await context.Waves.AsNoTracking().ToListAsync(cancellationToken);
        var figures = latest is null ? [] : await Figures(context, latest.Day, [.. waves.Select(wave => (long?)wave.Id)]).ToListAsync(cancellationToken);
        var sources = await context.Sources.AsNoTracking().ToListAsync(cancellationToken);

        var rows = waves
            .Select(wave => WaveRow.Of(wave, figures.Find(figure => figure.WaveId == wave.Id), DateOnly.FromDateTime(now.UtcDateTime)))
            .OrderBy(wave => wave.TargetCompletion ?? DateOnly.MaxValue)
            .ThenBy(wave => wave.Name, StringComparer.OrdinalIgnoreCase)
            .ToArray();
        return new WavesAnswer(
            latest is null ? null : Progress.Of(latest),
            latest?.WrittenAt,
            rows,
            latest is null ? 0 : latest.Datasets - rows.Sum(wave => wave.Progress.Datasets),
            latest?.Mismatched ?? 0,
            latest?.WithoutOwner ?? 0,
            await Unclassified(context).CountAsync(cancellationToken),
            [.. sources.Where(source => source.Kind is SourceKind.Inventory && source.FreshnessAt(now) is not Freshness.Fresh).Select(source => source.Name).Order(StringComparer.Ordinal)],
            May(Permission.ViewDatasets),
            May(Permission.ManageWaves));

        bool May(Permission permission) => member.Value.May(permission, programme.Value.OversightCountry).IsDone;
    }

    internal static IQueryable<Dataset> Unclassified(DashboardContext context) => context.Datasets.Where(dataset =>
        context.Classifications.Any(c => c.Id == dataset.ClassificationId && c.Name == Classification.UnclassifiedName));

    internal static IQueryable<DailyFigure> Figures(DashboardContext context, DateOnly day, IReadOnlyCollection<long?> waves) =>
        context.DailyFigures.AsNoTracking().Where(figure => waves.Contains(figure.WaveId) && figure.Day == day);
}

/// <param name="Programme">Null until the first import.</param>
/// <param name="WithoutWave">Datasets that must be inside and are in no wave.</param>
/// <param name="NotFresh">Names of inventory sources that are stale or have never reported.</param>
public sealed record WavesAnswer(
    Progress? Programme, DateTimeOffset? AsOf, IReadOnlyList<WaveRow> Waves, long WithoutWave, long Mismatched, long WithoutOwner,
    long Unclassified, IReadOnlyList<string> NotFresh, bool MayOpenDatasets, bool MayManage);

public sealed record WaveRow(
    long Id, string Name, DateOnly? TargetStart, DateOnly? TargetCompletion, bool IsOverdue, Progress Progress)
{
    public static WaveRow Of(Wave wave, DailyFigure? figure, DateOnly today)
    {
        var progress = figure is null ? Progress.None : Progress.Of(figure);
        return new(
            wave.Id, wave.Name, wave.TargetStart, wave.TargetCompletion,
            Wave.IsOverdue(wave.TargetCompletion, today, progress.IsComplete), progress);
    }
}

/// <summary>The progress of a wave or the programme. Bytes and datasets are two separate figures.</summary>
/// <param name="Stages">Datasets by stage, in the order of <see cref="Stage"/>.</param>
public sealed record Progress(Split Bytes, IReadOnlyList<long> Stages)
{
    public static readonly Progress None = new(default, [0, 0, 0, 0, 0, 0]);

    public long Datasets => Stages.Sum();

    public long Pivoted => Stages[(int)Stage.Pivoted];

    public bool IsComplete => Datasets > 0 && Pivoted == Datasets;

    public static Progress Of(DailyFigure figure) => new(
        new(figure.BytesInside, figure.BytesOutside, figure.BytesUnknown),
        [figure.NotStarted, figure.Copying, figure.Verified, figure.CutOver, figure.Retiring, figure.Pivoted]);
}
