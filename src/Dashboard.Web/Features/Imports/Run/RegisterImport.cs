using Dashboard.Core;
using Dashboard.Core.Findings;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Dashboard.Formats;
using Dashboard.Web.Controls.Marks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>
/// The register of datasets: what each one is, and what the migration tool declares. It changes no copies. A dataset that it no
/// longer lists stays, because its copies stay.
/// </summary>
internal sealed class RegisterImport : IImportTarget
{
    private readonly DashboardContext context;
    private readonly Dictionary<string, DatasetRow> rows = [];
    private readonly Dictionary<string, long> classifications;
    private readonly Dictionary<long, Classification> known;
    private readonly Dictionary<long, string> lowered = [];
    private readonly List<Wave> addedWaves = [];
    private Dictionary<string, Dataset> datasets = [];
    private Dictionary<string, DataSystem> systems = [];
    private Dictionary<string, Wave> waves = [];

    private RegisterImport(DashboardContext context, IReadOnlyCollection<Classification> known, ImportProgress progress)
    {
        this.context = context;
        this.known = known.ToDictionary(classification => classification.Id);
        classifications = known.ToDictionary(classification => classification.Name, classification => classification.Id, StringComparer.OrdinalIgnoreCase);
        Tally = new(["Dataset", "Name", "System", "Owner", "Classification", "Wave", "Declared"], progress);
    }

    public ImportTally Tally { get; }

    public bool IsLong => false;

    public ImportReading Reading => new(
        [], null, Wholeness.NotStated, null,
        lowered.Count > 0 ? $"It lowers the classification of {ImportText.Counted(lowered.Count, SourceKind.Register)}, which only a governance lead may confirm." : Tally.Facts.NotWhole);

    public static async Task<RegisterImport> OpenAsync(
        DashboardContext context, ImportProgress progress, CancellationToken cancellationToken)
    {
        return new(context, await context.Classifications.AsNoTracking().ToListAsync(cancellationToken), progress);
    }

    public Task ReadAsync(ImportFiles files, CancellationToken cancellationToken)
    {
        var stream = RegisterFormat.Read(files.Main, files.Options, cancellationToken);
        Tally.Facts = stream.Facts;
        foreach (var parsed in stream)
        {
            if (parsed.IsAccepted)
                Add(files.Main.BaseName, parsed.Row);
            else
                Tally.Reject(parsed.Rejection);
        }

        return Task.CompletedTask;
    }

    public async Task<ImportCounts> CompareAsync(CancellationToken cancellationToken)
    {
        datasets = await context.Datasets.ToDictionaryAsync(dataset => dataset.Urn, cancellationToken);
        systems = await context.Systems.ToDictionaryAsync(system => system.Name, cancellationToken);
        waves = await context.Waves.ToDictionaryAsync(wave => wave.Name, cancellationToken);
        var fresh = rows.Keys.LongCount(urn => !datasets.ContainsKey(urn));
        var same = rows.Values.LongCount(row => datasets.TryGetValue(row.Dataset, out var dataset) && Matches(dataset, row));
        await FindLoweredAsync(cancellationToken);
        var newWaves = rows.Values.Select(row => row.Wave).OfType<string>().Distinct().Where(name => !waves.ContainsKey(name)).ToArray();
        if (newWaves.Length > 0)
            Tally.Notes.Add($"New waves, without target dates: {string.Join(", ", newWaves)}.");
        return Tally.Counts with { New = fresh, NewDatasets = fresh, Unchanged = same, Changed = rows.Count - fresh - same };
    }

    public async Task<ImportOutcome> ApplyAsync(Import import, LedgerTransaction change, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var changed = rows.Values.Where(row => !datasets.TryGetValue(row.Dataset, out var dataset) || !Matches(dataset, row)).ToList();
        foreach (var row in changed)
        {
            AddSystem(row.System);
            if (row.Wave is { } wave)
                AddWave(wave);
        }

        await context.SaveChangesAsync(cancellationToken);
        var unknownSystem = systems[DataSystem.UnknownName].Id;
        foreach (var row in changed)
        {
            if (!datasets.TryGetValue(row.Dataset, out var dataset))
            {
                datasets[row.Dataset] = dataset = Dataset.Discovered(row.Dataset, row.Name, unknownSystem, classifications[Classification.UnclassifiedName], now);
                context.Datasets.Add(dataset);
            }

            dataset.Describe(
                row.Name, systems[row.System].Id, row.Owner, classifications[row.Classification], row.Categories,
                row.Wave is { } wave ? waves[wave].Id : null);
            dataset.Declare(Declared(row.DeclaredStatus), row.DeclaredPercent, row.DeclaredAt, row.NextUpdateDue);
        }

        await context.SaveChangesAsync(cancellationToken);
        var ids = changed.ConvertAll(row => datasets[row.Dataset].Id);
        foreach (var dataset in datasets.Values)
            context.Entry(dataset).State = EntityState.Detached;
        await RollupSums.MoveCopiesOfAsync(context, ids, cancellationToken);
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        var moves = await DatasetStatuses.RecalculateAsync(context, positions, ids, import.Id, new Dictionary<long, CopyChanges>(), now, cancellationToken);
        await DailyFigures.WriteTodayAsync(context, positions, now, cancellationToken);
        foreach (var (id, text) in lowered)
        {
            var copies = await context.DatasetRollups.Where(rollup => rollup.DatasetId == id).SumAsync(rollup => rollup.Copies, cancellationToken);
            context.Findings.Add(new(FindingKind.ClassificationLowered, id, import.Id, copies, now) { Detail = $"{text}, confirmed by {import.ConfirmedBy ?? import.StartedBy}" });
        }

        await context.SaveChangesAsync(cancellationToken);
        return new(moves, [], addedWaves) { ChangesThatMatter = [.. lowered.Values] };
    }

    /// <summary>
    /// Finds the registered datasets that this register says need no longer be inside, and says what that does to the figures. A first
    /// description lowers nothing: before it, the dataset was unclassified.
    /// </summary>
    private async Task FindLoweredAsync(CancellationToken cancellationToken)
    {
        lowered.Clear();
        var (bytes, copies) = (0L, 0L);
        foreach (var row in rows.Values)
        {
            if (!datasets.TryGetValue(row.Dataset, out var dataset) || dataset.IsUnregistered)
                continue;
            var (from, to) = (known[dataset.ClassificationId], known[classifications[row.Classification]]);
            if (from.MustBeInside && !to.MustBeInside)
                lowered[dataset.Id] = $"{dataset.Name}: classification lowered from {from.Name} to {to.Name}";
        }

        foreach (var chunk in lowered.Keys.Chunk(500))
        {
            var sums = await context.DatasetRollups.Where(rollup => chunk.Contains(rollup.DatasetId)).GroupBy(rollup => rollup.DatasetId)
                .Select(same => new { Copies = same.Sum(rollup => rollup.Copies), Bytes = same.Sum(rollup => rollup.Bytes) }).ToListAsync(cancellationToken);
            (copies, bytes) = (copies + sums.Sum(sum => sum.Copies), bytes + sums.Sum(sum => sum.Bytes));
        }

        if (lowered.Count == 0)
            return;
        Tally.Notes.Add(
            $"The classification of {ImportText.Counted(lowered.Count, SourceKind.Register)} would be lowered. {ImportText.Counted(copies, SourceKind.Inventory)}, {ByteText.Of(bytes)}, would no longer have to be inside and would leave the figures. Only a governance lead may confirm this.");
        foreach (var text in lowered.Values.Take(MostLoweredNamed))
            Tally.Notes.Add($"{text}.");
    }

    private const int MostLoweredNamed = 20;

    private static DeclaredStatus? Declared(string? status) =>
        status is null ? null : Enum.Parse<DeclaredStatus>(status.Replace("_", ""), ignoreCase: true);

    private bool Matches(Dataset dataset, DatasetRow row) =>
        !dataset.IsUnregistered && dataset.Name == row.Name && dataset.Owner == row.Owner
        && systems.TryGetValue(row.System, out var system) && dataset.SystemId == system.Id
        && dataset.ClassificationId == classifications[row.Classification]
        && dataset.Categories.SequenceEqual(row.Categories)
        && dataset.WaveId == (row.Wave is { } wave ? waves.GetValueOrDefault(wave)?.Id ?? -1 : null)
        && dataset.DeclaredStatus == Declared(row.DeclaredStatus) && dataset.DeclaredPercent == row.DeclaredPercent
        && dataset.DeclaredAt == row.DeclaredAt && dataset.NextUpdateDue == row.NextUpdateDue;

    private void AddSystem(string name)
    {
        if (systems.ContainsKey(name))
            return;
        systems[name] = new DataSystem(name);
        context.Systems.Add(systems[name]);
    }

    private void AddWave(string name)
    {
        if (waves.ContainsKey(name))
            return;
        waves[name] = Wave.Create(name, "", null, null).Value;
        context.Waves.Add(waves[name]);
        addedWaves.Add(waves[name]);
    }

    private void Add(string file, DatasetRow row)
    {
        if (!classifications.ContainsKey(row.Classification))
            Reject("classification", row.Classification, $"is not one of the classifications: {string.Join(", ", classifications.Keys)}");
        else if (row.Wave is { Length: > 80 })
            Reject("wave", row.Wave, "is longer than 80 characters");
        else if (!rows.TryAdd(row.Dataset, row))
            Reject("dataset", row.Dataset, "repeats an earlier line; the first one was used");
        else
            Accept();

        void Reject(string column, string value, string reason) => Tally.Reject(new(file, row.Line, column, value, reason));

        void Accept()
        {
            Tally.Accept();
            if (Tally.WantsSample)
                Tally.AddSample(row.Dataset, row.Name, row.System, row.Owner, row.Classification, row.Wave, row.DeclaredStatus);
        }
    }
}
