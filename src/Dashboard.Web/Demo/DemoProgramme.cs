using Dashboard.Core.Administration;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Summary;
using Dashboard.Web.Features.Imports;
using Dashboard.Web.Features.Imports.Run;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Demo;

/// <summary>
/// Fills an empty database with an invented programme by replaying its last 180 days. Every report goes through the same import code as a
/// user's file, day after day, so that stages, findings and history are derived and not written. The ledger also starts in that past and
/// records each action on the day it was done.
/// </summary>
internal sealed class DemoProgramme(
    IDbContextFactory<DashboardContext> contexts, IStaging staging, ImportStore store, LedgerKeys keys, IOptions<ProgrammeSettings> programme, TimeProvider clock,
    ILogger<DemoProgramme> log)
{
    /// <summary>The time between a report's arrival and its application.</summary>
    private static readonly TimeSpan PreviewTime = TimeSpan.FromSeconds(40);

    private static readonly DemoPlace[] InsidePlaces = [DemoPlace.Ashburn, DemoPlace.Phoenix, DemoPlace.Chicago];

    private readonly DemoEstate estate = new();

    public async Task FillIfEmptyAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var past = new DemoClock(now.AddDays(-DemoEstate.Days).AddHours(-2));
        if (!await BeginAsync(past, cancellationToken))
            return;

        log.LogInformation("Filling the empty database with the demo programme. This happens once and takes a few seconds.");
        var started = clock.GetTimestamp();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var runner = new ImportRunner(contexts, staging, store, past);
        var files = new DemoFiles(estate, today);
        var members = new DemoMembers(contexts, programme, past);
        var executors = new DemoExecutors(contexts, members, keys, estate, past);
        var decisions = new DemoDecisions(contexts, members, past);
        var deletions = new DemoDeletions(decisions, executors, estate, new(contexts, decisions, executors, estate, today));
        var sources = await new DemoSetting(contexts, past, today).CreateAsync(cancellationToken);
        await members.SignInAsync(cancellationToken);
        await executors.IssueTokensAsync(today.AddDays(120), cancellationToken);
        var tokens = new Dictionary<string, ApiToken>();
        foreach (var (key, source) in sources)
            tokens[key] = await members.IssueSourceTokenAsync(source, today.AddDays(120), cancellationToken);
        for (var day = -DemoEstate.Days; day <= 0; day++)
        {
            // Reports arrive an hour before the current time of day, so that today's are not in the future.
            past.MoveTo(now.AddDays(day).AddHours(-1));
            await deletions.MoveAsync(day, cancellationToken);
            foreach (var (source, content) in ReportsOf(day, files, past.GetUtcNow()))
                await ImportAsync(runner, sources[source], tokens[source], content, past, cancellationToken);
            await WriteFiguresAsync(past, cancellationToken);
            if (day % 7 == 0)
                await SignAsync(past, cancellationToken);
        }

        log.LogInformation("The demo programme is ready after {Seconds:F0} s.", clock.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>Starts the ledger in the demo's past. False if there already is a programme, or a ledger with later entries.</summary>
    private async Task<bool> BeginAsync(DemoClock past, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Sources.AnyAsync(cancellationToken))
            return false;
        var beginning = past.GetUtcNow();
        if (await context.LedgerEntries.AnyAsync(entry => entry.Time > beginning, cancellationToken))
        {
            log.LogInformation("The demo programme was not created: its past would be earlier than existing ledger entries.");
            return false;
        }

        // Refused if the ledger was started with another key. The application then does not start either, and explains why.
        return (await LedgerBeginning.EnsureAsync(context, keys, null, past, cancellationToken)).IsDone;
    }

    /// <summary>Which sources report on a day, and what. Two have stopped reporting: the vault catalog and the edge survey.</summary>
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
        ImportRunner runner, Source source, ApiToken token, (string Name, byte[] Content)[] files, DemoClock past, CancellationToken cancellationToken)
    {
        var asOf = past.GetUtcNow();
        var folder = store.NewFolder();
        var stored = new List<ImportedFile>();
        foreach (var (name, content) in files)
            stored.Add(await store.AddAsync(folder, name, new MemoryStream(content), long.MaxValue, cancellationToken));
        var import = Import.Receive(
            source, stored, ImportStore.HashOf(stored), folder, source.IsComplete, asOf, token.Name, isUnattended: true, asOf, Pushed(token, files, stored));
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await using var change = await context.BeginChangeAsync(LedgerActors.OfSource(token.Id, token.Name), past, cancellationToken);
            context.Imports.Add(import);
            await context.SaveChangesAsync(cancellationToken);
            await change.CommitAsync(ImportEntries.Received(import, source), cancellationToken);
        }

        await runner.PreviewAsync(import.Id, new(0, 0), cancellationToken);
        past.MoveTo(past.GetUtcNow() + PreviewTime);
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await using var change = await context.BeginChangeAsync(LedgerActors.Dashboard, past, cancellationToken);
            var read = await context.Imports.SingleAsync(i => i.Id == import.Id, cancellationToken);
            if (read.Confirm().Refusal is not null)
                throw new InvalidOperationException($"The demo programme's {files[0].Name} was refused: {read.Refusal}");
            await change.CommitAsync(ImportEntries.Confirmed(read, source), cancellationToken);
        }

        await runner.ApplyAsync(import.Id, new(0, 0), cancellationToken);
    }

    /// <summary>The demo's sources push their reports with their own tokens and state the number of rows, as a real exporter should.</summary>
    private static ImportOrigin Pushed(ApiToken token, (string Name, byte[] Content)[] files, List<ImportedFile> stored) => new(
        TokenId: token.Id,
        StatedRows: files is [{ Name: var name, Content: var content }] && name.EndsWith(".csv", StringComparison.Ordinal) ? RowsIn(content) : null,
        StatedSha256: ImportStore.HashOf(stored));

    private static long RowsIn(byte[] csv) => System.Text.Encoding.UTF8.GetString(csv).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length - 1;

    private async Task WriteFiguresAsync(DemoClock past, CancellationToken cancellationToken)
    {
        var now = past.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(LedgerActors.Dashboard, past, cancellationToken);
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        var figures = await DailyFigures.WriteTodayAsync(context, positions, now, cancellationToken);
        await change.CommitAsync(FiguresDerived.Of(figures, new()), cancellationToken);
    }

    private async Task SignAsync(DemoClock past, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.SignAsync(keys, past, cancellationToken);
    }
}
