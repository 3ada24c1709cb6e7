using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Testing;
using Dashboard.Web.Demo;
using Dashboard.Web.Features.Imports.Run;
using Dashboard.Web.Features.Ledger.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Slice.Tests.Demo;

public sealed class DemoProgrammeTests : IDisposable
{
    private readonly ITestDatabase database = ITestDatabase.Open();
    private readonly string folder = Directory.CreateTempSubdirectory("dashboard-demo-").FullName;
    private readonly LedgerKeys keys = new("test.example/ledger", NoteSigner.Generate("test.example/ledger"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Half an hour after midnight, reports from "an hour ago" belong to the day before.</summary>
    [Fact]
    public async Task Fill_AtNight_RecordsTheWholePast()
    {
        var now = new DateTimeOffset(2026, 5, 20, 0, 30, 0, TimeSpan.Zero);
        await Demo(now).FillIfEmptyAsync(Token);

        var entries = await database.EntriesAsync();
        Assert.Equal([KeyEntries.Begun, LedgerActions.ProgrammePrepared], entries.Take(2).Select(entry => entry.Action));
        Assert.Equal(now.AddDays(-DemoEstate.Days).AddHours(-2), entries[0].Time);
        Assert.All(entries.Zip(entries.Skip(1)), pair => Assert.True(pair.First.Time <= pair.Second.Time && pair.Second.Time <= now));
        Assert.Equal(DemoEstate.Days + 1, Count(LedgerActions.FiguresDerived));
        Assert.Equal((4, 6, 10, 7), (Count(LedgerActions.BoundaryRuleAdded), Count(LedgerActions.WaveCreated), Count(LedgerActions.SourceCreated), Count(LedgerActions.MappingRuleAdded)));
        Assert.Equal(["Dana Whitfield"], ActorsOf(LedgerActions.BoundaryRuleAdded));
        Assert.Equal(["Victor Almeida"], ActorsOf(LedgerActions.SourceCreated));
        await using var context = database.CreateDbContext();
        var imports = await context.Imports.CountAsync(Token);
        Assert.Equal((imports, imports, imports), (Count(LedgerActions.ImportReceived), Count(LedgerActions.ImportConfirmed), Count(LedgerActions.ImportApplied)));
        Assert.True(await context.Imports.AllAsync(import => import.State == ImportState.Applied, Token));
        Assert.InRange(await context.LedgerCheckpoints.CountAsync(Token), 25, 27);
        Assert.False(await context.HasUnsignedAsync(Token));
        var report = await VerifiedExportAsync(await context.LedgerCheckpoints.MaxAsync(checkpoint => checkpoint.Size, Token), now);
        Assert.Empty(report.Problems);
        Assert.Empty(report.Warnings);
        Assert.Equal((entries.Count, await context.LedgerCheckpoints.CountAsync(Token)), (report.Entries, report.Checkpoints));

        int Count(string action) => entries.Count(entry => entry.Action == action);

        string[] ActorsOf(string action) => [.. entries.Where(entry => entry.Action == action).Select(entry => entry.Actor.Name).Distinct()];
    }

    [Fact]
    public async Task Fill_WithAnExistingLedger_ChangesNothing()
    {
        var now = new DateTimeOffset(2026, 5, 20, 9, 0, 0, TimeSpan.Zero);
        await using var context = database.CreateDbContext();
        Assert.True((await LedgerBeginning.EnsureAsync(context, keys, null, new SetClock(now.AddDays(-1)), Token)).IsDone);
        await Demo(now).FillIfEmptyAsync(Token);

        Assert.False(await context.Sources.AnyAsync(Token));
        Assert.Equal(2, (await database.EntriesAsync()).Count);
    }

    /// <summary>An auditor's verification of the exported journal.</summary>
    private async Task<VerificationReport> VerifiedExportAsync(long size, DateTimeOffset now)
    {
        await using var context = database.CreateDbContext().Arranging();
        var auditor = context.Add(Member.Register(new("auditor-1", "Ari Chen", null, Roles.Auditor, null, "US", []), now)).Entity;
        await context.SaveChangesAsync(Token);
        var journal = await new OpenJournal(database, new(Acting.As(database, auditor, new SetClock(now)), Acting.Programme)).HandleAsync(new(size), Token);
        await using var content = journal.Value.Content;
        return await JournalVerifier.VerifyAsync(content, new() { Keys = [keys.Signer.Key] }, Token);
    }

    private DemoProgramme Demo(DateTimeOffset now) =>
        new(database, database.Staging, new ImportStore(folder), keys, Acting.Programme, new SetClock(now), NullLogger<DemoProgramme>.Instance);
}
