using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Dashboard.Ledger;
using Dashboard.Testing;
using Dashboard.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Slice.Tests.Summary;

public sealed class NightlyTests : SlicedProgramme
{
    private NightlyJob NightlyJob => new(Database, Clock, NullLogger<NightlyJob>.Instance);

    [Fact]
    public async Task Run_OnTheDayARuleTakesEffect_RecordsTheFiguresAndTheMoves()
    {
        var chat = Programme.Dataset("Chat");
        Programme.Copy(chat, Programme.Virginia, CopyRole.Primary, bytes: 40);
        Programme.Copy(chat, Programme.Singapore, CopyRole.Backup, bytes: long.MaxValue / 4);
        await Programme.SettleAsync(Token);
        await using (var context = Database.CreateDbContext().Arranging())
        {
            context.BoundaryRules.Add(BoundaryRule.Create("The company", "US", Programme.Protected.Id, Programme.Today.AddDays(1), null, "Agreed").Value);
            await context.SaveChangesAsync(Token);
        }

        Clock.Now = Noon.AddDays(1);
        await NightlyJob.RunAsync(Token);

        var entry = Assert.Single(await Database.EntriesAsync());
        Assert.Equal((LedgerActions.FiguresDerived, LedgerActors.Dashboard, LedgerSubjects.Programme), (entry.Action, entry.Actor, entry.Subject));
        Assert.Equal("The dashboard derived the figures for 2026-05-21: 0 of 1 datasets pivoted, 1 copy outside, 0 unknown.", entry.Sentence);
        Assert.Equal($$"""{"inside":40,"outside":"{{long.MaxValue / 4}}","unknown":0}""", entry.Detail("bytes"));
        Assert.Equal("""{"inside":1,"outside":1,"unknown":0}""", entry.Detail("copies"));
        Assert.Equal($$"""{"bytes":"{{long.MaxValue / 4}}","copies":1}""", entry.Detail("backupsOutside"));
        Assert.Equal("""[{"datasets":1,"from":"not started","to":"cut over"}]""", entry.Detail("stageMoves"));
        Assert.Null(entry.Detail("traffic"));
        Assert.Equal([new LedgerSubject("dataset", $"{chat.Id}")], entry.Related);
    }

    [Fact]
    public async Task Run_Twice_RecordsTheDayOnce()
    {
        var nightly = NightlyJob;
        await nightly.RunAsync(Token);
        await nightly.RunAsync(Token);

        Assert.Single(await Database.EntriesAsync());
    }

    [Fact]
    public async Task Run_ThatCannotBeRecorded_WritesNoFigures()
    {
        await Database.BreakLedgerAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => NightlyJob.RunAsync(Token));
        await using var context = Database.CreateDbContext();
        Assert.False(await context.DailyFigures.AnyAsync(Token));
    }

    [Fact]
    public void Entry_OfTraffic_GivesTheShareAsTwoIntegers()
    {
        var figure = DailyFigure.For(new(2026, 5, 20), null);
        figure.SetTraffic(new(2026, 5, 19), 97, 2, 1);

        Assert.Equal("""{"day":"2026-05-19","requestsInside":97,"requests":100}""", FiguresDerived.Of(figure, new StageMoves()).Details!["traffic"]!.ToJsonString());
    }
}
