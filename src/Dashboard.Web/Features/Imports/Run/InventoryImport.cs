using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Formats;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>An inventory of copies, in any format.</summary>
internal sealed class InventoryImport : IImportTarget
{
    private static readonly string[] SampleColumns =
        ["Resource", "Dataset", "Location", "Role", "Bytes", "Records", "Fingerprint", "Retain until", "Created"];

    /// <summary>The most names in a note.</summary>
    private const int MostNamed = 5;

    private const int MostChangesNamed = 20;

    private readonly DashboardContext context;
    private readonly IStaging staging;
    private readonly Import import;
    private readonly InventoryRows rows;
    private readonly Reconciliation reconciliation;
    private readonly Source source;
    private string? contradiction;
    private bool isFolded;
    private IReadOnlyList<MaterialChange> material = [];
    private SourceSize size = new(0, 0);

    private InventoryImport(DashboardContext context, IStaging staging, Source source, Import import, InventoryRows rows)
    {
        (this.context, this.staging, this.source, this.import, this.rows) = (context, staging, source, import, rows);
        reconciliation = new(context, staging, import.SourceId);
    }

    public ImportTally Tally => rows.Tally;

    public bool IsLong => true;

    public ImportReading Reading { get; private set; } = new([], null, Wholeness.NotStated, null, null);

    public static async Task<InventoryImport> OpenAsync(
        DashboardContext context, IStaging staging, Source source, Import import, ImportProgress progress, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var placeholders = new PlaceholderIds();
        var locations = await context.Locations.AsNoTracking().ToListAsync(cancellationToken);
        var urns = await context.Datasets.AsNoTracking().Select(d => new { d.Urn, d.Id }).ToDictionaryAsync(d => d.Urn, d => d.Id, cancellationToken);
        var unclassified = await context.Classifications.Where(c => c.Name == Classification.UnclassifiedName).Select(c => c.Id).SingleAsync(cancellationToken);
        var unknownSystem = await context.Systems.Where(s => s.Name == DataSystem.UnknownName).Select(s => s.Id).SingleAsync(cancellationToken);
        var rules = await context.MappingRules.AsNoTracking().Where(rule => rule.SourceId == source.Id).ToListAsync(cancellationToken);
        var inventory = new InventoryRows(
            source,
            new DatasetResolver(urns, unknownSystem, unclassified, placeholders, now),
            new LocationResolver(locations, placeholders),
            new ResourceMapping(source, rules),
            new ImportTally(SampleColumns, progress));
        return new(context, staging, source, import, inventory);
    }

    public async Task ReadAsync(ImportFiles files, CancellationToken cancellationToken)
    {
        var connection = context.Database.GetDbConnection();
        await staging.CreateAsync(connection, cancellationToken);
        var duplicates = new List<StagedDuplicate>();
        await staging.LoadAsync(connection, rows.Read(files, cancellationToken), duplicates.Add, cancellationToken);
        foreach (var duplicate in duplicates)
            Tally.RejectAccepted(await SettleAsync(files.Main.BaseName, duplicate, cancellationToken));
        if (Tally.Named.Count > 0)
            await staging.LoadNamesAsync(connection, Tally.Named, cancellationToken);
        isFolded = files.Format is FileFormat.HdfsDelimited or FileFormat.S3Inventory;
        Reading = await UnderstandAsync(files.Format, cancellationToken);
    }

    public async Task<ImportCounts> CompareAsync(CancellationToken cancellationToken)
    {
        var changes = await reconciliation.CompareAsync(Witness, hasNamed: Tally.Named.Count > 0, isFolded, cancellationToken);
        await AddNotesAsync(cancellationToken);
        material = await DescribeAsync(cancellationToken);
        foreach (var change in material.Take(MostChangesNamed))
            Tally.Notes.Add($"{change.Text}.");
        if (material.Count > MostChangesNamed)
            Tally.Notes.Add($"{material.Count - MostChangesNamed:N0} more changes of this kind are in the findings of their datasets.");
        (_, size) = await reconciliation.SizesAsync(changes, cancellationToken);
        if (import.IsUnattended && source.Shrinks(size) is { } shrinks)
            Reading = Reading with { WaitsBecause = Reading.WaitsBecause ?? shrinks };
        var unproved = reconciliation.Unproved;
        if (unproved.Any(copy => copy.Value.HasFlag(ProofGaps.NotUnderstood)))
            Reading = Reading with { WaitsBecause = Reading.WaitsBecause ?? "Rows that were not understood are about copies whose deletion was reported." };
        return Tally.Counts with
        {
            NotUnderstood = Of(StagedChange.NotUnderstood),
            Unproved = unproved.Count,
            New = Of(StagedChange.New),
            Changed = Of(StagedChange.Changed),
            Unchanged = Of(StagedChange.Unchanged),
            Reappeared = Of(StagedChange.Reappeared),
            Vanished = Of(StagedChange.Vanished),
            VerifiedAbsent = Of(StagedChange.VerifiedAbsent),
            NewDatasets = rows.Datasets.Created.Count,
            NewLocations = rows.Locations.Created.Count,
        };

        long Of(StagedChange change) => changes.GetValueOrDefault(change);
    }

    public async Task<ImportOutcome> ApplyAsync(Import import, LedgerTransaction change, TimeProvider clock, CancellationToken cancellationToken)
    {
        context.AddRange(rows.Datasets.Created.Values);
        context.AddRange(rows.Locations.Created.Values);
        await context.SaveChangesAsync(cancellationToken);
        var ids = rows.Datasets.Created.Select(created => KeyValuePair.Create(created.Key, created.Value.Id))
            .Concat(rows.Locations.Created.Select(created => KeyValuePair.Create(created.Key, created.Value.Id)))
            .ToDictionary();
        foreach (var dataset in rows.Datasets.Created.Values)
            context.Entry(dataset).State = EntityState.Detached;
        var written = await reconciliation.WriteAsync(import.Id, import.AsOf, ids, cancellationToken);
        await change.TakeTurnAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        var moves = await reconciliation.DeriveAsync(written, import.Id, material, positions, now, cancellationToken);
        return new(moves, rows.Locations.Created.Values, [])
        {
            Size = size,
            ChangesThatMatter = [.. material.Select(change => change.Text)],
            BatchEntries = await BatchProof.SettleAsync(context, import, reconciliation.Unproved, positions, now, cancellationToken),
        };
    }

    /// <summary>The import as a witness, with what its files say about themselves.</summary>
    private ImportWitness Witness => import.Witness with
    {
        IsComplete = import.IsComplete && Reading.PartialBecause is null,
        Wholeness = import.Wholeness is Wholeness.Person ? Wholeness.Person : Reading.Wholeness,
        Coverage = Reading.Coverage,
    };

    /// <summary>
    /// Decides what two rows with the same ID mean: the larger size counts, and two locations are none that is known. Anything else that
    /// differs is a contradiction that a person must see.
    /// </summary>
    private async Task<RowRejection> SettleAsync(string file, StagedDuplicate later, CancellationToken cancellationToken)
    {
        var id = staging.ResourceId(later.ResourceId);
        var sql = new ReconciliationSql(staging);
        var first = await context.Database.SqlQueryRaw<StagedFirst>(sql.FirstStaged, id).SingleAsync(cancellationToken);
        string?[] differences =
        [
            first.DatasetId != later.DatasetId ? "another dataset" : null,
            first.LocationId != later.LocationId ? "another location" : null,
            first.Role != (int)later.Role ? "another role" : null,
        ];
        var place = first.LocationId == later.LocationId ? first.LocationId : rows.Locations.Nowhere;
        var bytes = Math.Max(first.Bytes, later.Bytes);
        if (place != first.LocationId || bytes != first.Bytes)
            await context.Database.ExecuteSqlRawAsync(sql.SettleStaged, [id, place, bytes], cancellationToken);

        var differs = string.Join(" and ", differences.OfType<string>());
        if (differs.Length > 0)
            contradiction ??= $"Line {later.Line:N0} of {file} contradicts line {first.Line:N0} about the same resource: it names {differs}.";
        return new(file, later.Line, "resource_id", VisibleText.Of(later.ResourceId), (differs.Length, first.Bytes == later.Bytes) switch
        {
            ( > 0, _) => $"contradicts line {first.Line:N0}, which names {differs}" + (place == first.LocationId ? "; that line was used" : "; until that is answered, its location counts as unknown"),
            (_, false) => $"repeats line {first.Line:N0} with another size; the larger one counts, {bytes:N0} bytes",
            _ => $"repeats line {first.Line:N0}",
        });
    }

    private async Task<ImportReading> UnderstandAsync(FileFormat format, CancellationToken cancellationToken)
    {
        var facts = Tally.Facts;
        var isStated = import.StatedRows is not null && import.StatedSha256 is not null;
        var partial = !import.IsComplete ? null
            : Tally.Unidentified is { } row ? $"Line {row.Line:N0} of {row.File} was not understood and could be about any copy ({$"{row.Column} {row.Reason}".Trim()}), so nothing counts as absent."
            : facts.NotWhole is { } cut && !isStated ? cut
            : format is FileFormat.OracleBuckets && Tally.Rows == 0 && (await reconciliation.CoveragesAsync(cancellationToken)).Count > 1
                ? "An empty listing does not say which compartment and region it lists, and this source has several."
            : null;
        return new(
            [.. facts.Coverage], partial,
            facts.WholeBecause is not null ? Wholeness.Format : isStated ? Wholeness.Stated : Wholeness.NotStated,
            facts.WholeBecause ?? (isStated ? $"the sender stated {import.StatedRows:N0} rows and the SHA-256" : null),
            contradiction ?? partial);
    }

    /// <summary>The changes that matter, by name and position. Datasets and locations that the import would create included.</summary>
    private async Task<IReadOnlyList<MaterialChange>> DescribeAsync(CancellationToken cancellationToken)
    {
        var changed = await reconciliation.MaterialChangesAsync(cancellationToken);
        if (changed.Count == 0)
            return [];
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(import.AsOf.UtcDateTime), cancellationToken);
        var ids = changed.SelectMany(one => new[] { one.FromDatasetId, one.ToDatasetId }).Where(id => id > 0).Distinct().ToArray();
        var datasets = new Dictionary<long, (string Name, long ClassificationId)>();
        foreach (var chunk in ids.Chunk(500))
        {
            foreach (var dataset in await context.Datasets.Where(dataset => chunk.Contains(dataset.Id)).Select(dataset => new { dataset.Id, dataset.Name, dataset.ClassificationId }).ToListAsync(cancellationToken))
                datasets[dataset.Id] = (dataset.Name, dataset.ClassificationId);
        }

        foreach (var (id, created) in rows.Datasets.Created)
            datasets[id] = (created.Name, created.ClassificationId);
        var describe = new MaterialChanges(
            id => datasets[id].Name, rows.Locations.Find, (location, dataset) => positions.Of(location, datasets[dataset].ClassificationId));
        return [.. changed.SelectMany(describe.Of)];
    }

    private async Task AddNotesAsync(CancellationToken cancellationToken)
    {
        if (Tally.Rows == 0 && Reading.PartialBecause is null)
            Tally.Notes.Add("The inventory is empty. Because it is complete, it means that every copy of this source is gone.");
        if (Reading.PartialBecause is { } partial)
            Tally.Notes.Add($"Read as partial: {partial}");
        if (contradiction is not null)
            Tally.Notes.Add(contradiction);
        await AddCoverageNoteAsync(cancellationToken);
        AddValueNotes();
        AddProofNotes();
        foreach (var location in rows.Locations.Created.Values)
        {
            Tally.Notes.Add(location.Operator is null || location.Country is null
                ? $"New location {location.Name}: its {(location.Operator is null ? "operator" : "country")} is not known, so the position of everything there is unknown."
                : $"New location {location.Name}, in {Countries.NameOf(location.Country)}.");
        }

        if (rows.Datasets.Created.Count > 0)
        {
            Tally.Notes.Add(rows.Datasets.Created.Count == 1
                ? "1 dataset is new. It is unclassified, so it counts as protected until a register describes it."
                : $"{rows.Datasets.Created.Count:N0} datasets are new. They are unclassified, so they count as protected until a register describes them.");
        }
    }

    private async Task AddCoverageNoteAsync(CancellationToken cancellationToken)
    {
        if (Reading.Coverage.Count == 0)
            return;
        var others = (await reconciliation.CoveragesAsync(cancellationToken)).Where(known => known.Name is null || !Reading.Coverage.Contains(known.Name)).ToList();
        if (others.Count == 0)
            return;
        var copies = ImportText.Counted(others.Sum(other => other.Copies), SourceKind.Inventory);
        Tally.Notes.Add(
            $"The file lists {string.Join(", ", Reading.Coverage.Take(MostNamed))}. The source also has {copies} that another report listed ({string.Join(", ", others.Select(other => other.Name ?? "the whole source").Take(MostNamed))}). They stay as they are.");
    }

    private void AddValueNotes()
    {
        foreach (var (column, count) in Tally.Facts.Ignored)
            Tally.Notes.Add($"{count:N0} {(count == 1 ? "value of" : "values of")} {column} {(count == 1 ? "was" : "were")} not understood and {(count == 1 ? "counts" : "count")} as not given.");
        if (Tally.WithoutSize > 0)
            Tally.Notes.Add($"The whole size of {ImportText.Counted(Tally.WithoutSize, SourceKind.Inventory)} is not stated. The last known size stays; without one, the size is unknown, which is not zero.");
        if (rows.LookAlikes.Count > 0)
            Tally.Notes.Add($"{ImportText.Counted(rows.LookAlikes.Count, SourceKind.Inventory)} {(rows.LookAlikes.Count == 1 ? "has an ID that differs" : "have IDs that differ")} from another one only in case, spaces or hidden differences between characters, for example {VisibleText.Of(rows.LookAlikes.First!)}. They count as different copies.");
        if (rows.Datasets.LookAlikes() is { Count: > 0 } twins)
            Tally.Notes.Add($"New datasets whose URN differs from a registered one only in case or hidden characters: {VisibleText.Of(string.Join(", ", twins.Take(MostNamed)))}. They count as different datasets.");
    }

    private void AddProofNotes()
    {
        foreach (var (gaps, copies) in reconciliation.Unproved.GroupBy(copy => copy.Value, (gaps, same) => (gaps, same.LongCount())).OrderByDescending(same => same.Item2))
            Tally.Notes.Add($"{ImportText.Counted(copies, SourceKind.Inventory)} reported deleted {(copies == 1 ? "is" : "are")} not listed, but not proved absent: {string.Join("; ", ProofConditions.Explain(gaps))}.");
    }

    private sealed record StagedFirst(long Line, long DatasetId, long LocationId, int Role, long Bytes);
}
