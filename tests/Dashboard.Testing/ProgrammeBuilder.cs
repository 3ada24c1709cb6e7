using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Findings;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Testing;

/// <summary>
/// A small programme for tests: Oracle in the US is inside. Everything that is added is saved immediately, except copies:
/// <see cref="SettleAsync"/> saves them, adds them to rollups, and recalculates statuses and today's figures with the product's own code.
/// </summary>
public sealed class ProgrammeBuilder
{
    private readonly IDbContextFactory<DashboardContext> contexts;
    private readonly List<(Copy Copy, RollupKey Rollup)> copies = [];
    private int members;

    public ProgrammeBuilder(IDbContextFactory<DashboardContext> contexts, DateTimeOffset now)
    {
        (this.contexts, Now) = (contexts, now);
        var classes = Classification.Defaults();
        Save(classes);
        (Protected, Excepted, Unclassified) = (classes[0], classes[1], classes[3]);
        foreach (var protectedClass in new[] { Protected, Unclassified })
            Save(BoundaryRule.Create("Oracle", "US", protectedClass.Id, Today.AddDays(-400), null, "The order").Value);
        Ashburn = Location.OfCloudRegion(CloudRegions.Find("Oracle", "us-ashburn-1")!);
        Virginia = Place("The company", "US", "Virginia", 38.9, -77.4);
        Singapore = Place("The company", "SG", "Singapore", 1.35, 103.8);
        Nowhere = Location.Discovered(null, null, "dc-7");
        Save(Ashburn, Nowhere);
        Inventory = Source("own-inventory");
    }

    public DateTimeOffset Now { get; }

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public Classification Protected { get; }

    public Classification Excepted { get; }

    public Classification Unclassified { get; }

    /// <summary>Inside.</summary>
    public Location Ashburn { get; }

    /// <summary>The company's own centre in the US: outside, because of its operator.</summary>
    public Location Virginia { get; }

    /// <summary>Outside.</summary>
    public Location Singapore { get; }

    /// <summary>Unknown.</summary>
    public Location Nowhere { get; }

    /// <summary>A fresh, complete inventory.</summary>
    public Source Inventory { get; }

    public Location Place(string operatorName, string country, string region, double? latitude = null, double? longitude = null)
    {
        var location = Location.Discovered(operatorName, country, region);
        if (latitude is not null)
            _ = location.Describe($"{operatorName} {region}", operatorName, country, LocationKind.OwnDataCentre, latitude, longitude);
        Save(location);
        return location;
    }

    /// <param name="reported">How long ago its latest import was; one hour by default.</param>
    public Source Source(string key, SourceKind kind = SourceKind.Inventory, TimeSpan? reported = null, bool never = false)
    {
        var source = Core.Imports.Source.Create(key, key, kind, 24, null, isComplete: true).Value;
        Save(source);
        if (!never)
            Import(source, Now - (reported ?? TimeSpan.FromHours(1)), ImportCounts.Zero);
        return source;
    }

    /// <summary>An import that was applied at the time it describes.</summary>
    public Import Import(Source source, DateTimeOffset at, ImportCounts counts)
    {
        var import = Core.Imports.Import.Receive(source, [new("a.csv", 12, "00")], "00", "1", isComplete: true, at, "Ada", isUnattended: false, at);
        import.BeginReading();
        import.Recognize("csv", null);
        import.Preview(counts, ImportSample.Empty, [], TimeSpan.FromSeconds(1));
        _ = import.Confirm();
        import.Apply(counts, at, TimeSpan.FromSeconds(1));
        Save(import);
        using var context = contexts.CreateDbContext().Arranging();
        context.Attach(source);
        source.Reported(import);
        context.SaveChanges();
        return import;
    }

    public DataSystem System(string name)
    {
        using var context = contexts.CreateDbContext().Arranging();
        if (context.Systems.SingleOrDefault(system => system.Name == name) is { } known)
            return known;
        var system = new DataSystem(name);
        Save(system);
        return system;
    }

    public Wave Wave(string name, DateOnly? start = null, DateOnly? completion = null)
    {
        var wave = Core.Migration.Wave.Create(name, "", start, completion).Value;
        Save(wave);
        return wave;
    }

    public Dataset Dataset(
        string name, string system = "Messages", Classification? classification = null, Wave? wave = null, string? owner = "Ada Lovelace",
        DeclaredStatus? declared = null, string? urn = null)
    {
        var dataset = Core.Migration.Dataset.Discovered(urn ?? $"urn:data:{name.ToLowerInvariant()}", name, System(system).Id, Unclassified.Id, Now);
        dataset.Describe(name, dataset.SystemId, owner, (classification ?? Protected).Id, ["messages"], wave?.Id);
        dataset.Declare(declared, null, declared is null ? null : Now.AddDays(-1), null);
        Save(dataset);
        return dataset;
    }

    /// <summary>Many protected datasets of one system, saved together.</summary>
    public IReadOnlyList<Dataset> Datasets(int count)
    {
        var system = System("Messages").Id;
        var datasets = Enumerable.Range(1, count).Select(number =>
        {
            var dataset = Core.Migration.Dataset.Discovered($"urn:data:{number}", $"Dataset {number}", system, Unclassified.Id, Now);
            dataset.Describe(dataset.Name, system, "Ada Lovelace", Protected.Id, ["messages"], null);
            return dataset;
        }).ToArray();
        foreach (var chunk in datasets.Chunk(5_000))
            Save([.. chunk]);
        return datasets;
    }

    public Copy Copy(
        Dataset dataset, Location location, CopyRole role = CopyRole.Replica, CopyState state = CopyState.Present, long bytes = 1000,
        string? fingerprint = "aa", long? records = null, Source? source = null, string? resource = null, DateTimeOffset? firstSeen = null, DateOnly? retainUntil = null, DateTimeOffset? lastSeen = null)
    {
        var copy = (Copy)Activator.CreateInstance(typeof(Copy), nonPublic: true)!;
        using var context = contexts.CreateDbContext().Arranging();
        var entry = context.Entry(copy);
        Set(nameof(copy.SourceId), (source ?? Inventory).Id);
        Set(nameof(copy.ResourceId), resource ?? $"{dataset.Name}/{copies.Count}");
        Set(nameof(copy.DatasetId), dataset.Id);
        Set(nameof(copy.LocationId), location.Id);
        Set(nameof(copy.Role), role);
        Set(nameof(copy.State), state);
        Set(nameof(copy.Bytes), bytes);
        Set(nameof(copy.Records), records);
        Set(nameof(copy.Fingerprint), fingerprint);
        Set(nameof(copy.FirstSeen), firstSeen ?? Now.AddDays(-10));
        Set(nameof(copy.LastSeen), lastSeen ?? Now);
        Set(nameof(copy.RetainUntil), retainUntil);
        copies.Add((copy, new(copy.SourceId, location.Id, role, state, dataset.ClassificationId, dataset.SystemId)));
        return copy;

        void Set(string property, object? value) => entry.Property(property).CurrentValue = value;
    }

    public Finding Finding(FindingKind kind, Dataset dataset, Import import, long count = 1)
    {
        var finding = new Finding(kind, dataset.Id, import.Id, count, Now);
        Save(finding);
        return finding;
    }

    /// <summary>The figures of a past day, for the programme or one wave.</summary>
    public DailyFigure Day(int daysAgo, Wave? wave, params StageTotals[] totals)
    {
        var count = DailyFigure.For(Today.AddDays(-daysAgo), wave?.Id);
        foreach (var total in totals)
            count.Add(total);
        count.Replace(count, Now.AddDays(-daysAgo));
        Save(count);
        return count;
    }

    public Member Member(
        Roles roles, string? country = "US", string[]? systems = null, string? subject = null, string? unit = "Unit one", string? name = null)
    {
        var member = Core.Administration.Member.Register(
            new(subject ?? $"s-{++members}", name ?? Naming.Label(roles), null, roles, unit, country, systems ?? []), Now);
        Save(member);
        return member;
    }

    /// <summary>Saves the copies with their rollups; recalculates statuses, history and today's figures.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await using var context = (await contexts.CreateDbContextAsync(cancellationToken)).Arranging();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var rollups = await RollupSums.IdsOfAsync(context, [.. copies.Select(copy => copy.Rollup)], cancellationToken);
        foreach (var (copy, rollup) in copies)
        {
            context.Add(copy);
            context.Entry(copy).Property(c => c.RollupId).CurrentValue = rollups[rollup];
        }

        await context.SaveChangesAsync(cancellationToken);
        await RollupSums.ApplyAsync(
            context, [], copies.Select(copy => new RollupSum(rollups[copy.Rollup], 1, copy.Copy.Bytes)), cancellationToken);
        await DatasetTotals.RecountAsync(context, copies.Select(copy => copy.Copy.DatasetId), cancellationToken);
        context.ChangeTracker.Clear();
        await DatasetStatuses.RecalculateAllAsync(context, Now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        copies.Clear();
    }

    private void Save(params object[] entities)
    {
        using var context = contexts.CreateDbContext().Arranging();
        context.AddRange(entities);
        context.SaveChanges();
    }
}
