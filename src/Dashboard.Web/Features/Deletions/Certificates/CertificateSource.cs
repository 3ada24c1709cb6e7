using System.Globalization;
using System.Runtime.CompilerServices;
using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>Reads the contents of a verified batch's certificate from the database.</summary>
internal sealed class CertificateSource(DashboardContext context, DeletionBatch batch)
{
    private const int MostEntries = 60;
    private const int LongestSentence = 240;

    private static readonly string[] ListedActions =
    [
        LedgerActions.BatchSubmitted, LedgerActions.BatchApproved, LedgerActions.BatchReleased, LedgerActions.BatchOrderHandedOut,
        LedgerActions.BatchExecutionReported, LedgerActions.BatchProofChanged, LedgerActions.BatchItemsMoved,
    ];

    private IQueryable<DeletionItem> Certified => context.ItemsOf(batch).Where(item => item.State == ItemState.VerifiedAbsent);

    public async Task<IReadOnlyList<CertificatePlace>> PlacesAsync(CancellationToken cancellationToken)
    {
        var places = await (
            from item in Certified
            join location in context.Locations on item.LocationId equals location.Id
            group item by new { location.Id, location.Name, location.Region, location.Operator, location.Country } into same
            orderby same.Key.Id
            select new { same.Key, Copies = same.LongCount(), Bytes = same.Sum(item => item.Bytes) }).ToListAsync(cancellationToken);
        return [.. places.Select(place => new CertificatePlace(
            PlaceOf(place.Key.Id), place.Key.Name, place.Key.Region, place.Key.Operator, place.Key.Country, place.Copies, place.Bytes))];
    }

    public async Task<IReadOnlyList<CertificateInventory>> InventoriesAsync(CancellationToken cancellationToken)
    {
        var inventories = await (
            from item in Certified
            join import in context.Imports on item.VerifiedByImportId equals import.Id
            join source in context.Sources on import.SourceId equals source.Id
            group item by new { import.Id, import.Sha256, import.AsOf, Source = source.Key } into same
            orderby same.Key.Id
            select new { same.Key, Copies = same.LongCount() }).ToListAsync(cancellationToken);
        return [.. inventories.Select(one => new CertificateInventory(
            InventoryOf(one.Key.Id), one.Key.Source, Text(one.Key.Id), one.Key.Sha256, one.Key.AsOf, one.Copies))];
    }

    public async Task<IReadOnlyList<CertificateOmission>> OmissionsAsync(CancellationToken cancellationToken)
    {
        var left = await context.ItemsOf(batch)
            .Where(item => item.State == ItemState.Excluded || item.State == ItemState.Moved)
            .GroupBy(item => new { item.State, item.ExcludedBy, item.ExclusionReason, item.MovedToBatchId })
            .Select(same => new { same.Key, Copies = same.LongCount(), Bytes = same.Sum(item => item.Bytes) })
            .ToListAsync(cancellationToken);
        return [.. left.OrderBy(one => one.Key.State).ThenByDescending(one => one.Copies).Select(one => one.Key.State is ItemState.Excluded
            ? new CertificateOmission("Excluded", $"{one.Key.ExclusionReason} (excluded by {one.Key.ExcludedBy})", one.Copies, one.Bytes)
            : new CertificateOmission("Moved", $"Continues in batch {one.Key.MovedToBatchId}.", one.Copies, one.Bytes))];
    }

    public async Task<IReadOnlyList<CertificateEntry>> EntriesAsync(long size, CancellationToken cancellationToken)
    {
        var id = Text(batch.Id);
        var entries = await context.LedgerEntries.AsNoTracking()
            .Where(entry => entry.Sequence < size && ListedActions.Contains(entry.Action) && context.LedgerSubjects.Any(link =>
                link.Kind == LedgerSubjects.BatchKind && link.SubjectId == id && link.Sequence == entry.Sequence))
            .OrderBy(entry => entry.Sequence)
            .Select(entry => new { entry.Sequence, entry.Sentence })
            .Take(MostEntries)
            .ToListAsync(cancellationToken);
        return [.. entries.Select(entry => new CertificateEntry(entry.Sequence, LedgerDetails.Text(entry.Sentence, LongestSentence)))];
    }

    public Task<string?> UnitOfProposerAsync(CancellationToken cancellationToken) =>
        context.Members.Where(member => member.Id == batch.ProposerId).Select(member => member.Unit).SingleOrDefaultAsync(cancellationToken);

    public Task<long?> RecordsAsync(CancellationToken cancellationToken) => Certified.SumAsync(item => item.Records, cancellationToken);

    public Task<long> DatasetsAsync(CancellationToken cancellationToken) =>
        Certified.Select(item => item.DatasetId).Distinct().LongCountAsync(cancellationToken);

    /// <summary>The certified copies in the order of the manifest.</summary>
    public async IAsyncEnumerable<CertificateItem> ItemsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows =
            from item in Certified
            join dataset in context.Datasets on item.DatasetId equals dataset.Id
            join classification in context.Classifications on dataset.ClassificationId equals classification.Id
            join source in context.Sources on item.SourceId equals source.Id
            join said in context.ReportedItems on new { ReportId = item.ReportId!.Value, item.Number } equals new { said.ReportId, said.Number }
            join report in context.ExecutionReports on said.ReportId equals report.Id
            orderby item.Number
            select new { item, dataset.Name, dataset.Urn, Classification = classification.Name, Source = source.Key, said, report.Executor };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return new()
            {
                Number = row.item.Number,
                Dataset = row.Name,
                DatasetUrn = row.Urn,
                Classification = row.Classification,
                Source = row.Source,
                ResourceId = row.item.ResourceId,
                Place = PlaceOf(row.item.LocationId),
                Role = row.item.Role.ToString(),
                Bytes = row.item.Bytes,
                Records = row.item.Records,
                Fingerprint = row.item.Fingerprint,
                Method = batch.Method.ToString(),
                Technique = row.said.Technique,
                KeyId = row.said.KeyId,
                Tool = row.said.Tool,
                ToolVersion = row.said.ToolVersion,
                PerformedBy = row.said.Operator,
                PerformedByOrganisation = row.Executor,
                PerformedAt = row.said.PerformedAt,
                EvidenceLink = row.said.EvidenceLink,
                EvidenceSha256 = row.said.EvidenceSha256,
                VerifiedBy = InventoryOf(row.item.VerifiedByImportId!.Value),
            };
        }
    }

    private static string PlaceOf(long locationId) => $"P{Text(locationId)}";

    private static string InventoryOf(long importId) => $"V{Text(importId)}";

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
