using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Browser.Tests.Setting;

/// <summary>The rows behind the figures, joined and judged here: nothing is taken from rollups, tallies, dataset totals or daily figures.</summary>
internal sealed record CountedRows(
    IReadOnlyList<CountedCopy> Protected, IReadOnlyList<CountedDataset> Datasets, IReadOnlyList<CountedItem> AllItems, long Requests, long RequestsInside,
    long FirstListedThisWeek, long ImportsThisWeek)
{
    /// <summary>Items that were acted on, or that executors still have to act on.</summary>
    public long Ordered => AllItems.LongCount(item =>
        item.State is ItemState.Reported or ItemState.Failed or ItemState.VerifiedAbsent or ItemState.StillPresent or ItemState.Reappeared
        || (item.IsWithExecutors && (item.State is ItemState.Proposed or ItemState.Ordered)));

    public long Bytes(Position position) => Protected.Where(copy => copy.Position == position).Sum(copy => copy.Bytes);

    public long Items(ItemState state) => AllItems.LongCount(item => item.State == state);

    public static async Task<CountedRows> ReadAsync(DashboardContext context, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var rules = await context.BoundaryRules.AsNoTracking().Where(rule => rule.WithdrawnAt == null).ToListAsync(cancellationToken);
        var locations = await context.Locations.AsNoTracking().ToDictionaryAsync(location => location.Id, cancellationToken);
        var classifications = await context.Classifications.AsNoTracking().ToDictionaryAsync(classification => classification.Id, cancellationToken);
        var waves = await context.Waves.AsNoTracking().ToDictionaryAsync(wave => wave.Id, wave => wave.Name, cancellationToken);
        var datasets = await context.Datasets.AsNoTracking().ToDictionaryAsync(dataset => dataset.Id, cancellationToken);
        var copies = await context.Copies.AsNoTracking()
            .Select(copy => new { copy.DatasetId, copy.LocationId, copy.Role, copy.State, copy.Bytes }).ToListAsync(cancellationToken);
        var batches = await context.DeletionBatches.AsNoTracking().ToDictionaryAsync(batch => batch.Id, cancellationToken);
        var items = await context.DeletionItems.AsNoTracking().Select(item => new { item.BatchId, item.State }).ToListAsync(cancellationToken);
        var lastDay = await context.Traffic.Where(row => row.Day <= today && row.Day >= today.AddDays(-7)).MaxAsync(row => row.Day, cancellationToken);
        var traffic = await context.Traffic.AsNoTracking().Where(row => row.Day == lastDay).ToListAsync(cancellationToken);
        var inventories = await context.Sources.Where(source => source.Kind == SourceKind.Inventory).Select(source => source.Id).ToListAsync(cancellationToken);
        var imports = (await context.Imports.AsNoTracking().Where(import => import.State == ImportState.Applied).ToListAsync(cancellationToken))
            .Where(import => import.FinishedAt >= now.AddDays(-7) && inventories.Contains(import.SourceId)).ToList();
        var protectedIds = classifications.Values.Where(classification => classification.MustBeInside).Select(classification => classification.Id).ToHashSet();
        var named = protectedIds.Where(id => !classifications[id].IsUnclassified).ToArray();

        return new(
            [
                .. copies.Where(copy => protectedIds.Contains(datasets[copy.DatasetId].ClassificationId))
                    .Select(copy => new CountedCopy(copy.DatasetId, copy.LocationId, copy.Role, copy.State, copy.Bytes, PositionOf(copy.LocationId, datasets[copy.DatasetId].ClassificationId)))
                    .Where(copy => copy.State is not CopyState.VerifiedAbsent && !(copy is { State: CopyState.Missing, Position: Position.Inside })),
            ],
            [
                .. datasets.Values.Select(dataset => new CountedDataset(
                    dataset.Id, dataset.WaveId is { } wave ? waves[wave] : null, dataset.Owner, dataset.Status.Stage, dataset.Status.IsMismatched,
                    classifications[dataset.ClassificationId].IsUnclassified, protectedIds.Contains(dataset.ClassificationId))),
            ],
            [.. items.Select(item => new CountedItem(item.BatchId, item.State, batches[item.BatchId].State, batches[item.BatchId].ReleasedAt is not null))],
            traffic.Sum(row => row.Requests),
            traffic.Where(row => locations[row.LocationId].IsKnown && named.All(id => PositionOf(row.LocationId, id) is Position.Inside)).Sum(row => row.Requests),
            imports.Sum(import => import.Counts.New),
            imports.Count);

        Position PositionOf(long locationId, long classificationId)
        {
            var at = locations[locationId];
            if (string.IsNullOrEmpty(at.Operator) || string.IsNullOrEmpty(at.Country))
                return Position.Unknown;
            return rules.Exists(rule => rule.ClassificationId == classificationId && rule.Operator == at.Operator && rule.Country == at.Country
                && rule.ValidFrom <= today && (rule.ValidUntil is not { } until || today <= until)) ? Position.Inside : Position.Outside;
        }
    }
}

internal sealed record CountedCopy(long DatasetId, long LocationId, CopyRole Role, CopyState State, long Bytes, Position Position);

internal sealed record CountedDataset(long Id, string? Wave, string? Owner, Stage? Stage, bool IsMismatched, bool IsUnclassified, bool MustBeInside);

internal sealed record CountedItem(long BatchId, ItemState State, BatchState Batch, bool IsReleased)
{
    /// <summary>Neither excluded nor moved to another batch.</summary>
    public bool IsListed => State is not (ItemState.Excluded or ItemState.Moved);

    public bool IsWithExecutors => Batch is BatchState.Executing || (IsReleased && Batch is BatchState.Approved);
}
