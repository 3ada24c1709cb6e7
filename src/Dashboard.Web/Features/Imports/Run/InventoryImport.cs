using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>An inventory of copies, in any format.</summary>
internal sealed class InventoryImport : IImportTarget
{
    private static readonly string[] SampleColumns =
        ["Resource", "Dataset", "Location", "Role", "Bytes", "Records", "Fingerprint", "Retain until", "Created"];

    private readonly DashboardContext context;
    private readonly IStaging staging;
    private readonly Import import;
    private readonly InventoryRows rows;
    private readonly Reconciliation reconciliation;

    private InventoryImport(DashboardContext context, IStaging staging, Import import, InventoryRows rows)
    {
        (this.context, this.staging, this.import, this.rows) = (context, staging, import, rows);
        reconciliation = new(context, staging, import.SourceId);
    }

    public ImportTally Tally => rows.Tally;

    public bool IsLong => true;

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
        return new(context, staging, import, inventory);
    }

    public async Task ReadAsync(ImportFiles files, CancellationToken cancellationToken)
    {
        var connection = context.Database.GetDbConnection();
        await staging.CreateAsync(connection, cancellationToken);
        await staging.LoadAsync(connection, rows.Read(files, cancellationToken), Duplicate, cancellationToken);

        void Duplicate(long line, string resourceId) => Tally.RejectAccepted(new(
            files.Main.BaseName, line, "resource_id", resourceId, "repeats an earlier line; the first one was used"));
    }

    public async Task<ImportCounts> CompareAsync(CancellationToken cancellationToken)
    {
        var changes = await reconciliation.CompareAsync(import.IsComplete, import.AsOf, cancellationToken);
        AddNotes();
        return Tally.Counts with
        {
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
        var written = await reconciliation.WriteAsync(import.AsOf, ids, cancellationToken);
        await change.TakeTurnAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        var moves = await reconciliation.DeriveAsync(written, import.Id, positions, now, cancellationToken);
        return new(moves, rows.Locations.Created.Values, [])
        {
            BatchEntries = await BatchProof.SettleAsync(context, import, positions, now, cancellationToken),
        };
    }

    private void AddNotes()
    {
        if (Tally.Rows == 0)
            Tally.Notes.Add("The inventory is empty. Because it is complete, it means that every copy of this source is gone.");
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
}
