using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Dashboard.Web.Features.Imports.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Demo;

/// <summary>
/// Fills an empty database with an invented programme by living through its last 180 days: every report enters through the import code
/// that a user's file goes through, day after day, so that stages, findings and history are derived and not written.
/// </summary>
internal sealed class DemoProgramme(
    IDbContextFactory<DashboardContext> contexts, IStaging staging, ImportStore store, TimeProvider clock, ILogger<DemoProgramme> log)
{
    private const string Reporter = "Demo programme";

    private static readonly DemoPlace[] InsidePlaces = [DemoPlace.Ashburn, DemoPlace.Phoenix, DemoPlace.Chicago];

    private readonly DemoEstate estate = new();

    public async Task FillIfEmptyAsync(CancellationToken cancellationToken)
    {
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (await context.Sources.AnyAsync(cancellationToken))
                return;
        }

        log.LogInformation("Filling the empty database with the demo programme; this takes some seconds, once.");
        var started = clock.GetTimestamp();
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var past = new DemoClock(now.AddDays(-DemoEstate.Days));
        var runner = new ImportRunner(contexts, staging, store, past);
        var files = new DemoFiles(estate, today);
        var sources = await DemoSetting.CreateAsync(contexts, today, cancellationToken);
        for (var day = -DemoEstate.Days; day <= 0; day++)
        {
            // Reports come in at night; today's, an hour ago at the latest, so that none lies ahead of the clock.
            past.MoveTo(now.AddDays(day).AddHours(-1));
            await MoveDeletionsAsync(day, past, cancellationToken);
            foreach (var (source, content) in ReportsOf(day, files, past.GetUtcNow()))
                await ImportAsync(runner, sources[source], content, past.GetUtcNow(), cancellationToken);
            await WriteFiguresAsync(past.GetUtcNow(), cancellationToken);
        }

        log.LogInformation("The demo programme is ready after {Seconds:F0} s.", clock.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>Which sources report on a day, and what. Two have fallen silent: the vault's catalogue and the edge.</summary>
    private static IEnumerable<(string Source, (string Name, byte[] Content)[] Files)> ReportsOf(int day, DemoFiles files, DateTimeOffset now)
    {
        var isFirst = day == -DemoEstate.Days;
        if (isFirst || day % 14 == 0)
            yield return (DemoSetting.Register, [($"register-{day + DemoEstate.Days}.csv", files.Register(day))]);
        if (isFirst || day % 7 == 0)
            yield return (DemoSetting.Virginia, [("virginia.csv", files.Inventory(day, DemoPlace.Virginia))]);
        if (isFirst || day % 7 == -1 || day == 0)
            yield return (DemoSetting.Singapore, [("singapore.csv", files.Inventory(day, DemoPlace.Singapore))]);
        if (isFirst || day % 4 == 0)
            yield return (DemoSetting.Oracle, [("oracle.csv", files.Inventory(day, InsidePlaces))]);
        if (isFirst || (day % 21 == 0 && day < -15))
            yield return (DemoSetting.Vault, [("vault.csv", files.Inventory(day, DemoPlace.Vault))]);
        if (isFirst || day == -55)
            yield return (DemoSetting.Edge, [("edge.csv", files.Inventory(day, DemoPlace.Nowhere))]);
        if (day % 7 == 0)
            yield return (DemoSetting.Traffic, [("traffic.csv", files.Traffic(day))]);
        if (day == -1)
        {
            yield return (DemoSetting.Hdfs, [("fsimage.tsv", files.HdfsListing(day))]);
            yield return (DemoSetting.Buckets, [("buckets.json", files.OracleBuckets(day))]);
            yield return (DemoSetting.Campaigns, DemoFiles.S3Inventory(now));
        }
    }

    private async Task ImportAsync(
        ImportRunner runner, Source source, (string Name, byte[] Content)[] files, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var folder = store.NewFolder();
        var stored = new List<ImportedFile>();
        foreach (var (name, content) in files)
            stored.Add(await store.AddAsync(folder, name, new MemoryStream(content), long.MaxValue, cancellationToken));
        var import = Import.Receive(
            source, stored, ImportStore.HashOf(stored), folder, source.IsComplete, asOf, Reporter, isUnattended: false, asOf);
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            context.Imports.Add(import);
            await context.SaveChangesAsync(cancellationToken);
        }

        await runner.PreviewAsync(import.Id, new(0, 0), cancellationToken);
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var read = await context.Imports.SingleAsync(i => i.Id == import.Id, cancellationToken);
            if (read.Confirm().Refusal is not null)
                throw new InvalidOperationException($"The demo programme's {files[0].Name} was refused: {read.Refusal}");
            await context.SaveChangesAsync(cancellationToken);
        }

        await runner.ApplyAsync(import.Id, new(0, 0), cancellationToken);
    }

    /// <summary>What approved batches and executors cause: deletions ordered and reported. Proof comes with a later inventory.</summary>
    private async Task MoveDeletionsAsync(int day, DemoClock past, CancellationToken cancellationToken)
    {
        var ordered = Resources(dataset => dataset.OrderDay == day);
        var reported = Resources(dataset => dataset.ReportDay == day);
        if (ordered.Length + reported.Length == 0)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await DeletionStates.OrderAsync(context, await IdsAsync(ordered), cancellationToken);
        await DeletionStates.ReportAsync(context, await IdsAsync(reported), cancellationToken);
        var touched = ordered.Concat(reported).ToArray();
        var datasets = await context.Copies.Where(copy => touched.Contains(copy.ResourceId)).Select(copy => copy.DatasetId).Distinct().ToListAsync(cancellationToken);
        var now = past.GetUtcNow();
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        await Standings.RecalculateAsync(context, positions, datasets, null, new Dictionary<long, CopyChanges>(), now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        string[] Resources(Func<DemoDataset, bool> due) =>
            [.. estate.Copies.Where(copy => !copy.IsInside && due(copy.Dataset)).Select(copy => copy.ResourceId)];

        Task<List<long>> IdsAsync(string[] resources) =>
            context.Copies.Where(copy => resources.Contains(copy.ResourceId)).Select(copy => copy.Id).ToListAsync(cancellationToken);
    }

    private async Task WriteFiguresAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        await DailyFigures.WriteTodayAsync(context, positions, now, cancellationToken);
    }
}
