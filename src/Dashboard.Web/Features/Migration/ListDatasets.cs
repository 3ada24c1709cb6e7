using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Findings;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Controls.Tables;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Migration;

/// <param name="After">The last row of the previous page; null for the first page.</param>
/// <param name="Before">The first row of the next page, when going back.</param>
internal sealed record ListDatasetsRequest(DatasetFilter Filter, DatasetCursor? After = null, DatasetCursor? Before = null);

/// <summary>A page of datasets. A data steward gets only those of their own systems.</summary>
internal sealed class ListDatasets(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, IOptions<ProgrammeSettings> programme, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Above this the page shows “10,000+”, because an exact count would take too long.</summary>
    public const int CountLimit = 10_000;

    public async Task<Result<DatasetsAnswer>> HandleAsync(ListDatasetsRequest request, CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ViewDatasets, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;

        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var seen = member.Value.SystemsSeen(Permission.ViewDatasets, programme.Value.OversightCountry);
        var notFresh = (await context.Sources.AsNoTracking().ToListAsync(cancellationToken))
            .Where(source => source.Kind is SourceKind.Inventory && source.FreshnessAt(now) is not Freshness.Fresh)
            .Select(source => source.Id)
            .ToArray();
        var filtered = Filtered(context, request.Filter, seen, notFresh);
        if (request.Filter.Text?.Trim() is { Length: > 0 } text)
            filtered = (await DatasetSearch.ResolveAsync(context, text, cancellationToken)).Among(filtered);
        var rows = await Page(context, filtered, request, notFresh).ToListAsync(cancellationToken);
        var isMore = rows.Count > PageSize;
        if (isMore)
            rows.RemoveAt(PageSize);
        if (request.Before is not null)
            rows.Reverse();

        return new DatasetsAnswer(
            rows,
            await Counted(filtered).CountAsync(cancellationToken),
            HasPrevious: rows.Count > 0 && (request.Before is not null ? isMore : request.After is not null),
            HasNext: rows.Count > 0 && (request.Before is not null || isMore),
            await ChoicesAsync(context, seen, cancellationToken),
            member.Value.May(Permission.ManageWaves, programme.Value.OversightCountry).IsDone);
    }

    /// <summary>Applies all filters except the text.</summary>
    private static IQueryable<Dataset> Filtered(
        DashboardContext context, DatasetFilter filter, IReadOnlyList<string>? systemsSeen, IReadOnlyCollection<long> notFresh)
    {
        var datasets = context.Datasets.AsNoTracking();
        if (systemsSeen is not null)
            datasets = datasets.Where(dataset => context.Systems.Any(system => system.Id == dataset.SystemId && systemsSeen.Contains(system.Name)));
        if (filter.WaveId is { } wave)
            datasets = wave == DatasetFilter.NoWave ? datasets.Where(dataset => dataset.WaveId == null) : datasets.Where(dataset => dataset.WaveId == wave);
        if (filter.Stage is { } stage)
            datasets = datasets.Where(dataset => dataset.Status.Stage == stage);
        if (filter.System is { Length: > 0 } name)
            datasets = datasets.Where(dataset => context.Systems.Any(system => system.Id == dataset.SystemId && system.Name == name));
        if (filter.Owner is { Length: > 0 } owner)
            datasets = datasets.Where(dataset => dataset.Owner == owner);
        if (filter.Classification is { Length: > 0 } className)
            datasets = datasets.Where(dataset => context.Classifications.Any(c => c.Id == dataset.ClassificationId && c.Name == className));
        if (filter.Finding is { } kind)
            datasets = datasets.Where(dataset => context.Findings.Any(finding => finding.DatasetId == dataset.Id && finding.Kind == kind && finding.State == FindingState.Open));
        return filter.Risk switch
        {
            DatasetRisk.Mismatch => datasets.Where(dataset => dataset.Status.IsMismatched),
            DatasetRisk.Stale => datasets.Where(dataset => context.Copies.Any(copy => copy.DatasetId == dataset.Id && notFresh.Contains(copy.SourceId))),
            DatasetRisk.NoOwner => datasets.Where(dataset => dataset.Owner == null && dataset.Status.Stage != null),
            DatasetRisk.Unclassified => datasets.Where(dataset =>
                context.Classifications.Any(c => c.Id == dataset.ClassificationId && c.Name == Classification.UnclassifiedName)),
            _ => datasets,
        };
    }

    internal static IQueryable<DatasetRow> Page(
        DashboardContext context, IQueryable<Dataset> filtered, ListDatasetsRequest request, IReadOnlyCollection<long> notFresh)
    {
        var page = request switch
        {
            { Before: { } before } => filtered
                .Where(dataset => dataset.Name.CompareTo(before.Name) < 0 || (dataset.Name == before.Name && dataset.Id < before.Id))
                .OrderByDescending(dataset => dataset.Name).ThenByDescending(dataset => dataset.Id),
            { After: { } after } => filtered
                .Where(dataset => dataset.Name.CompareTo(after.Name) > 0 || (dataset.Name == after.Name && dataset.Id > after.Id))
                .OrderBy(dataset => dataset.Name).ThenBy(dataset => dataset.Id),
            _ => filtered.OrderBy(dataset => dataset.Name).ThenBy(dataset => dataset.Id),
        };
        // A dataset can have a hundred thousand copies. If every source is fresh, the query does not read them.
        var anyNotFresh = notFresh.Count > 0;
        return page.Take(PageSize + 1).Select(dataset => new DatasetRow(
            dataset.Id,
            dataset.Name,
            dataset.Urn,
            context.Systems.Where(system => system.Id == dataset.SystemId).Select(system => system.Name).First(),
            dataset.Owner,
            context.Classifications.Where(c => c.Id == dataset.ClassificationId).Select(c => c.Name).First(),
            dataset.WaveId,
            context.Waves.Where(wave => wave.Id == dataset.WaveId).Select(wave => wave.Name).FirstOrDefault(),
            dataset.DeclaredStatus,
            dataset.Status.Stage,
            dataset.StageSince,
            dataset.Status.IsMismatched,
            new Split(dataset.Status.BytesInside, dataset.Status.BytesOutside, dataset.Status.BytesUnknown),
            dataset.Status.BackupCopiesOutside,
            anyNotFresh && context.Copies.Any(copy => copy.DatasetId == dataset.Id && notFresh.Contains(copy.SourceId))));
    }

    internal static IQueryable<long> Counted(IQueryable<Dataset> filtered) =>
        filtered.Select(dataset => dataset.Id).OrderBy(id => id).Take(CountLimit + 1);

    private static async Task<DatasetChoices> ChoicesAsync(
        DashboardContext context, IReadOnlyList<string>? systemsSeen, CancellationToken cancellationToken) => new(
            await context.Waves.OrderBy(wave => wave.Name).Select(wave => new WaveChoice(wave.Id, wave.Name)).ToListAsync(cancellationToken),
            [.. (await context.Systems.OrderBy(system => system.Name).Select(system => system.Name).ToListAsync(cancellationToken))
                .Where(name => systemsSeen?.Contains(name) ?? true)],
            await context.Classifications.OrderBy(c => c.Name).Select(c => c.Name).ToListAsync(cancellationToken));
}

/// <param name="Count">Exact up to <see cref="ListDatasets.CountLimit"/>. One more means that there are more than the limit.</param>
public sealed record DatasetsAnswer(
    IReadOnlyList<DatasetRow> Rows, int Count, bool HasPrevious, bool HasNext, DatasetChoices Choices, bool MayMove);

/// <param name="Stage">Null if its classification does not have to be inside.</param>
public sealed record DatasetRow(
    long Id, string Name, string Urn, string System, string? Owner, string Classification, long? WaveId, string? Wave,
    DeclaredStatus? Declared, Stage? Stage, DateTimeOffset? StageSince, bool IsMismatched, Split Bytes, long BackupCopiesOutside,
    bool HasStaleEvidence)
{
    public DatasetCursor Cursor => new(Name, Id);
}

/// <summary>The choices of the filters.</summary>
public sealed record DatasetChoices(IReadOnlyList<WaveChoice> Waves, IReadOnlyList<string> Systems, IReadOnlyList<string> Classifications);

public sealed record WaveChoice(long Id, string Name);
