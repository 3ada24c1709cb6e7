using Dashboard.Core.Findings;
using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Marks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Migration;

/// <summary>One dataset: what it is, where its copies are, why they are inside or not, and why it is in its stage.</summary>
internal sealed class GetDataset(IDbContextFactory<DashboardContext> contexts, DatasetAccess access, TimeProvider clock)
{
    /// <summary>To explain a stage, every copy must be read. A dataset with more copies than this shows its stage without the steps.</summary>
    public const int ExplainLimit = 100_000;

    public async Task<Result<DatasetAnswer>> HandleAsync(long datasetId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var opened = await access.OpenAsync(context, datasetId, cancellationToken);
        if (opened.Refusal is { } refusal)
            return refusal;

        var now = clock.GetUtcNow();
        var dataset = opened.Value.Dataset;
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        var groups = await Groups(context, datasetId).ToListAsync(cancellationToken);
        var classification = positions.Classifications[dataset.ClassificationId];
        var sources = await context.Sources.AsNoTracking()
            .Where(source => context.Copies.Any(copy => copy.DatasetId == datasetId && copy.SourceId == source.Id))
            .OrderBy(source => source.Name)
            .ToListAsync(cancellationToken);
        var wave = await context.Waves.Where(wave => wave.Id == dataset.WaveId).Select(wave => wave.Name).SingleOrDefaultAsync(cancellationToken);

        return new DatasetAnswer(
            Identity(opened.Value, classification.Name, wave),
            dataset.Status.Stage,
            dataset.StageSince,
            dataset.Status.IsMismatched,
            new(dataset.Status.BytesInside, dataset.Status.BytesOutside, dataset.Status.BytesUnknown),
            classification.MustBeInside ? await StepsAsync(context, positions, dataset, groups, cancellationToken) : [],
            [.. groups.Select(group => CopyGroup.Of(group, positions, dataset.ClassificationId))],
            PlacesOf(groups, positions, classification),
            [.. sources.Select(source => new DatasetSource(source.Id, source.Name, source.LastAsOf, source.StaleFrom, source.FreshnessAt(now), source.LastAsOf == source.LastCompleteAsOf))],
            await FindingsOf(context, datasetId).ToListAsync(cancellationToken),
            opened.Value.MayOpenWaves, opened.Value.MayOpenInventory, opened.Value.MayOpenImports,
            opened.Value.MayRecordComparisons);
    }

    /// <summary>The copies by location, role and state, for the graph. Works for any number of copies.</summary>
    internal static IQueryable<CopySum> Groups(DashboardContext context, long datasetId) => context.Copies
        .Where(copy => copy.DatasetId == datasetId)
        .GroupBy(copy => new { copy.LocationId, copy.Role, copy.State })
        .Select(same => new CopySum(same.Key.LocationId, same.Key.Role, same.Key.State, same.LongCount(), same.Sum(copy => copy.Bytes)));

    internal static IQueryable<EvidenceRow> Evidence(DashboardContext context, long datasetId) => context.Copies
        .Where(copy => copy.DatasetId == datasetId)
        .Select(copy => new EvidenceRow(
            copy.Id, copy.LocationId, copy.Role, copy.State, copy.Bytes, copy.Records, copy.Fingerprint, copy.CreatedAt ?? copy.FirstSeen, copy.SizeUnknownSince != null));

    /// <summary>What must be answered about the dataset, newest first.</summary>
    internal static IQueryable<DatasetFinding> FindingsOf(DashboardContext context, long datasetId) => context.Findings
        .Where(finding => finding.DatasetId == datasetId && finding.State != FindingState.Resolved && finding.Detail != null)
        .OrderByDescending(finding => finding.Id)
        .Take(MostFindings)
        .Select(finding => new DatasetFinding(finding.Kind, finding.Detail!, finding.OpenedAt, finding.ImportId));

    private const int MostFindings = 20;

    private static async Task<IReadOnlyList<StageStep>> StepsAsync(
        DashboardContext context, Positions positions, Dataset dataset, List<CopySum> groups, CancellationToken cancellationToken)
    {
        if (groups.Sum(group => group.Copies) > ExplainLimit)
            return [];
        var copies = new List<CopyEvidence>();
        await foreach (var copy in Evidence(context, dataset.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var position = positions.Of(copy.LocationId, dataset.ClassificationId);
            copies.Add(new(copy.Id, position, copy.Role, copy.State, copy.Bytes, copy.Records, copy.Fingerprint, copy.Appeared) { IsSizeUnknown = copy.IsSizeUnknown });
        }

        return new StageRule(copies, await DatasetStatuses.ComparisonsOf(context, [dataset.Id]).ToListAsync(cancellationToken)).Explain();
    }

    private static DatasetIdentity Identity(OpenedDataset opened, string classification, string? wave)
    {
        var dataset = opened.Dataset;
        return new(
            dataset.Id, dataset.Name, dataset.Urn, opened.System, dataset.Owner, classification, dataset.Categories,
            dataset.WaveId, wave,
            dataset.IsUnregistered, dataset.DeclaredStatus, dataset.DeclaredPercent, dataset.DeclaredAt, dataset.NextUpdateDue);
    }

    private static DatasetPlace[] PlacesOf(List<CopySum> groups, Positions positions, Classification classification) =>
    [
        .. groups.GroupBy(group => group.LocationId).Select(here =>
        {
            var location = positions.Locations[here.Key];
            var position = positions.Of(here.Key, classification.Id);
            var counted = here.Where(group => group.State.Counts(position)).ToArray();
            return new DatasetPlace(
                location.Id, location.Name, position,
                positions.ReasonFor(location.Id, classification.Id),
                counted.Sum(group => group.Copies), counted.Sum(group => group.Bytes));
        }).OrderByDescending(place => place.Bytes),
    ];
}

internal sealed record CopySum(long LocationId, CopyRole Role, CopyState State, long Copies, long Bytes);

internal sealed record EvidenceRow(
    long Id, long LocationId, CopyRole Role, CopyState State, long Bytes, long? Records, string? Fingerprint, DateTimeOffset Appeared, bool IsSizeUnknown);
