using System.Text;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Testing;
using Dashboard.Web.Features.Imports.Run;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Imports;

/// <summary>Imports files into its own database, with a clock that the test sets.</summary>
internal sealed class ImportBench : IAsyncDisposable
{
    public const string Header = "resource_id,dataset,operator,country,region,role,bytes,records,fingerprint,retain_until,created_at\n";

    private readonly string folder = Directory.CreateTempSubdirectory("imports").FullName;
    private readonly ImportStore store;
    private readonly ImportRunner runner;

    private readonly bool ownsDatabase;

    public ImportBench()
        : this(ITestDatabase.Open(), new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)))
    {
        ownsDatabase = true;
        using var context = Database.CreateDbContext().Arranging();
        ReferenceRows.EnsureAsync(context, CancellationToken.None).GetAwaiter().GetResult();
        var classifications = context.Classifications.ToList();
        foreach (var classification in classifications)
            context.BoundaryRules.Add(BoundaryRule.Create("Oracle", "US", classification.Id, new(2020, 1, 1), null, "The agreement").Value);
        context.SaveChanges();
        Inventory = Add(Source.Create("virginia", "Virginia", SourceKind.Inventory, 24, null, isComplete: true).Value);
    }

    /// <summary>Imports into a database that a test has filled.</summary>
    public ImportBench(ITestDatabase database, SetClock clock, Source inventory)
        : this(database, clock) => Inventory = inventory;

    private ImportBench(ITestDatabase database, SetClock clock)
    {
        (Database, Clock) = (database, clock);
        store = new(folder);
        runner = new(Database, Database.Staging, store, Clock);
    }

    public ITestDatabase Database { get; }

    public SetClock Clock { get; }

    /// <summary>A source that reports complete inventories.</summary>
    public Source Inventory { get; } = null!;

    public Source Add(Source source)
    {
        using var context = Database.CreateDbContext().Arranging();
        context.Sources.Add(source);
        context.SaveChanges();
        return source;
    }

    public Task<Import> ImportAsync(string content, Source? source = null, bool? isComplete = null, Func<string, ImportOrigin>? origin = null) =>
        ImportAsync([("file.csv", Encoding.UTF8.GetBytes(content))], source, isComplete, origin);

    /// <summary>Receives, reads, confirms and applies the files. Stops early if the import is refused.</summary>
    public async Task<Import> ImportAsync(
        IEnumerable<(string Name, byte[] Content)> files, Source? source = null, bool? isComplete = null, Func<string, ImportOrigin>? origin = null)
    {
        var import = await PreviewAsync(files, source, isComplete, origin);
        return import.State is ImportState.AwaitingConfirmation ? await ApplyAsync(import) : import;
    }

    /// <summary>An import that the source pushed with its own token, with the number of rows and the hash stated.</summary>
    public static Func<string, ImportOrigin> Pushed(long rows) => hash => new(null, TokenId: 900, rows, hash);

    /// <param name="origin">Who or what brings the files, given their hash.</param>
    public async Task<Import> PreviewAsync(
        IEnumerable<(string Name, byte[] Content)> files, Source? source = null, bool? isComplete = null, Func<string, ImportOrigin>? origin = null)
    {
        source ??= Inventory;
        var importFolder = store.NewFolder();
        var stored = new List<ImportedFile>();
        foreach (var (name, content) in files)
            stored.Add(await store.AddAsync(importFolder, name, new MemoryStream(content), long.MaxValue, default));
        var import = Import.Receive(
            source, stored, ImportStore.HashOf(stored), importFolder, isComplete ?? source.IsComplete, Clock.GetUtcNow(), "Ada", isUnattended: origin is not null, Clock.GetUtcNow(),
            origin?.Invoke(ImportStore.HashOf(stored)));
        await using var context = Database.CreateDbContext();
        context.Imports.Add(import);
        await context.SaveChangesAsync();
        await runner.PreviewAsync(import.Id, new(0, 0), default);
        return await FindAsync(import.Id);
    }

    public async Task<Import> ApplyAsync(Import import)
    {
        await using var context = Database.CreateDbContext();
        var confirmed = await context.Imports.SingleAsync(i => i.Id == import.Id);
        Assert.True(confirmed.Confirm().IsDone);
        await context.SaveChangesAsync();
        await runner.ApplyAsync(import.Id, new(0, 0), default);
        return await FindAsync(import.Id);
    }

    public async Task<List<Copy>> CopiesAsync()
    {
        await using var context = Database.CreateDbContext();
        return await context.Copies.AsNoTracking().OrderBy(copy => copy.ResourceId).ToListAsync();
    }

    public async Task AllowRejectedAsync(int percent)
    {
        await using var context = Database.CreateDbContext().Arranging();
        var source = await context.Sources.SingleAsync(source => source.Id == Inventory.Id);
        Assert.True(source.Revise(source.Name, source.ExpectedIntervalHours, source.LocationId, source.IsComplete, percent).IsDone);
        await context.SaveChangesAsync();
    }

    /// <summary>Puts a copy into a state that only people's decisions lead to, and updates everything derived from it.</summary>
    public async Task SetStateAsync(string resourceId, CopyState state)
    {
        await using var context = Database.CreateDbContext().Arranging();
        var copy = await context.Copies.FirstAsync(copy => copy.ResourceId == resourceId);
        var rollup = await context.CopyRollups.SingleAsync(rollup => rollup.Id == copy.RollupId);
        var key = new RollupKey(rollup.SourceId, rollup.LocationId, rollup.Role, state, rollup.ClassificationId, rollup.SystemId);
        var ids = await RollupSums.IdsOfAsync(context, [key], default);
        await RollupSums.ApplyAsync(context, [new(rollup.Id, 1, copy.Bytes)], [new(ids[key], 1, copy.Bytes)], default);
        await context.Copies.Where(c => c.Id == copy.Id).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.State, state).SetProperty(c => c.RollupId, ids[key]));
        await DatasetTotals.RecountAsync(context, [copy.DatasetId], default);
        await DatasetStatuses.RecalculateAllAsync(context, Clock.GetUtcNow(), default);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        if (ownsDatabase)
            Database.Dispose();
        return default;
    }

    private async Task<Import> FindAsync(long id)
    {
        await using var context = Database.CreateDbContext();
        return await context.Imports.AsNoTracking().SingleAsync(import => import.Id == id);
    }
}
