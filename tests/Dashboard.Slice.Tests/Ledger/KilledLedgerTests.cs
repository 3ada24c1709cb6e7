using System.Diagnostics;
using System.Text;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Ledger;
using Dashboard.Testing;
using Dashboard.Web.Features.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Ledger;

/// <summary>
/// The server and a second process that edits through the same handlers are killed at random moments during imports and edits. After every
/// kill the ledger verifies, and the tables match the entries.
/// </summary>
public sealed class KilledLedgerTests : IDisposable
{
    private const int Sources = 4;
    private const string DatabaseVariable = "DASHBOARD_TEST_KILLED_DATABASE";

    private const int Waiting = 40;

    /// <summary>The editing process uses the database of the test that started it.</summary>
    private readonly string? edited = Environment.GetEnvironmentVariable(DatabaseVariable);
    private readonly ITestDatabase? own;
    private readonly string folder = Directory.CreateTempSubdirectory("dashboard-killed-ledger-").FullName;
    private readonly Random random = new(20260101);
    private int dropped;

    public KilledLedgerTests() => own = edited is null ? ITestDatabase.Open() : null;

    private ITestDatabase Database => own!;

    [Fact]
    public Task KilledAtRandom_DuringImportsAndEdits_LedgerAndStateAgree() => KillAsync(imports: 15);

    [Fact(Explicit = true), Trait("Category", "Soak")]
    public Task KilledAtRandom_ForALongTime_LedgerAndStateAgree() => KillAsync(imports: 200);

    private async Task KillAsync(int imports)
    {
        var stop = TestContext.Current.CancellationToken;
        await PrepareAsync(stop);
        var (kills, edits) = (0, 0);
        while (await AppliedAsync(stop) < imports || edits <= kills)
        {
            Assert.True(kills < 100, $"Only {await AppliedAsync(stop)} imports were applied and {edits} edits made in {kills} lives of the server.");
            Drop();
            await using (var server = DashboardProcess.Start([.. DashboardProcess.Settings(folder, Database), ("Imports__InboxSeconds", "1"), ("Ledger__CheckpointSeconds", "1")]))
            {
                await server.UntilReadyAsync(stop);
                using var editor = StartEditor();
                await UntilBothHaveWorkedAsync(random.Next(8), edits, stop);
                await Task.Delay(random.Next(500), stop);
                editor.Kill(entireProcessTree: true);
                await editor.WaitForExitAsync(stop);
            }

            kills++;
            await AssertAgreesAsync(stop);
            edits = await EditsAsync(stop);
        }

        await using var context = Database.CreateDbContext();
        TestContext.Current.SendDiagnosticMessage("{0} kills, {1} imports, {2} entries", kills, await AppliedAsync(stop), await context.LedgerEntries.CountAsync(stop));
    }

    /// <summary>Not a test, but the process that edits until it is killed.</summary>
    [Fact(Explicit = true)]
    public async Task EditUntilKilled()
    {
        var contexts = new Contexts(edited!);
        await using var context = contexts.CreateDbContext();
        var lead = await context.Members.SingleAsync(TestContext.Current.CancellationToken);
        var save = new SaveWave(contexts, Acting.As(contexts, lead, TimeProvider.System), TimeProvider.System);
        for (var edit = 0; ; edit++)
        {
            var wave = await context.Waves.AsNoTracking().OrderBy(wave => wave.Id).Skip(edit % 3).FirstOrDefaultAsync(CancellationToken.None);
            _ = await save.HandleAsync(
                new(wave?.Id, wave?.Version ?? 0, wave?.Name ?? $"Wave {edit}", $"Edit {edit} of {Environment.ProcessId}", null, null), CancellationToken.None);
        }
    }

    public void Dispose()
    {
        own?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task PrepareAsync(CancellationToken stop)
    {
        await using (var server = DashboardProcess.Start(DashboardProcess.Settings(folder, Database)))
            await server.UntilReadyAsync(stop);
        await using var context = Database.CreateDbContext();
        context.Arranging();
        context.Sources.AddRange(Enumerable.Range(0, Sources).Select(source => Source.Create($"source-{source}", $"Source {source}", SourceKind.Inventory, 24, null, isComplete: true).Value));
        context.Members.Add(Member.Register(new("lead-1", "Dana Reyes", null, Roles.GovernanceLead, "Oversight", "US", []), TimeProvider.System.GetUtcNow()));
        await context.SaveChangesAsync(stop);
    }

    /// <summary>
    /// Adds complete inventories, enough that the server always has work. Each lists the resources of the previous one with different sizes,
    /// and some more.
    /// </summary>
    private void Drop()
    {
        var waiting = Directory.EnumerateFiles(Directory.CreateDirectory(Path.Combine(folder, "inbox")).FullName, "*.csv", SearchOption.AllDirectories).Count(file => Path.GetFileName(Path.GetDirectoryName(file)) is not "done");
        for (; waiting < Waiting; waiting++, dropped++)
        {
            var source = dropped % Sources;
            var inbox = Directory.CreateDirectory(Path.Combine(folder, "inbox", $"source-{source}")).FullName;
            var text = new StringBuilder(Dashboard.Slice.Tests.Imports.ImportBench.Header);
            for (var row = 0; row < 40 + (dropped / 10); row++)
                text.Append($"s{source}/copy-{row:D4},urn:dataset:set-{row % 25},Company,US,virginia,backup,{row + dropped},,,,\n");
            var part = Path.Combine(inbox, $"{dropped:D4}.csv.part");
            File.WriteAllText(part, text.ToString());
            File.Move(part, part[..^".part".Length]);
        }
    }

    private Process StartEditor()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KilledLedgerTests).Assembly.Location, "-explicit", "only", "-method", $"*.{nameof(EditUntilKilled)}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[DatabaseVariable] = Database.ConnectionString;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task<int> AppliedAsync(CancellationToken stop)
    {
        await using var context = Database.CreateDbContext();
        return await context.Imports.CountAsync(import => import.State == ImportState.Applied, stop);
    }

    /// <summary>A slow machine needs longer for the same work, so a life is measured by what was done in it.</summary>
    private async Task UntilBothHaveWorkedAsync(int imports, int editsBefore, CancellationToken stop)
    {
        var (before, started) = (await AppliedAsync(stop), TimeProvider.System.GetTimestamp());
        while (await AppliedAsync(stop) < before + imports || await EditsAsync(stop) == editsBefore)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromMinutes(3), "The server or the editor does not work.");
            await Task.Delay(20, stop);
        }
    }

    private async Task<int> EditsAsync(CancellationToken stop)
    {
        await using var context = Database.CreateDbContext();
        return await context.LedgerEntries.CountAsync(entry => entry.Action == LedgerActions.WaveRevised, stop);
    }

    private async Task AssertAgreesAsync(CancellationToken stop)
    {
        await using var context = Database.CreateDbContext();
        using var kept = new Web.Features.Ledger.Signing.KeptCheckpoint(Path.Combine(folder, "ledger-checkpoint.txt"));
        Assert.Null(await new LedgerSelfCheck(kept.Read()).CheckAsync(context, stop));
        if (Database is SqliteTestDatabase file)
            Assert.Equal("ok", file.IntegrityCheck());

        var entries = (await context.LedgerEntries.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync(stop)).ConvertAll(entry => EntryContent.Parse(entry.Content));
        var imports = await context.Imports.AsNoTracking().ToListAsync(stop);
        Assert.Equal(IdsIn(imports, import => import.State is ImportState.Applied), Recorded(LedgerActions.ImportApplied));
        Assert.Equal(IdsIn(imports, _ => true), Recorded(LedgerActions.ImportReceived));
        Assert.Empty(Recorded(LedgerActions.ImportRefused));
        foreach (var source in await context.Sources.AsNoTracking().ToListAsync(stop))
        {
            var last = imports.Find(import => import.Id == source.LastImportId);
            var copies = await context.Copies.CountAsync(copy => copy.SourceId == source.Id && copy.State == CopyState.Present, stop);
            Assert.Equal(last?.Counts.Accepted ?? 0, copies);
        }

        foreach (var wave in await context.Waves.AsNoTracking().ToListAsync(stop))
        {
            var recorded = entries.Where(entry => entry.Subject.Kind == LedgerSubjects.WaveKind && entry.Subject.Id == $"{wave.Id}").ToList();
            Assert.Equal(LedgerActions.WaveCreated, recorded[0].Action);
            Assert.Equal(wave.Description, recorded.SelectMany(entry => entry.Changes).Last(change => change.Field == "description").To);
        }

        List<long> Recorded(string action) => [.. entries.Where(entry => entry.Action == action).Select(entry => long.Parse(entry.Subject.Id)).Order()];
    }

    private static List<long> IdsIn(List<Import> imports, Func<Import, bool> which) => [.. imports.Where(which).Select(import => import.Id).Order()];

    private sealed class Contexts(string database) : IDbContextFactory<DashboardContext>
    {
        public DashboardContext CreateDbContext() => ITestDatabase.ContextOf(database);
    }
}
