using System.Text;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Features.Ledger;
using Dashboard.Web.Features.Ledger.Journal;

namespace Dashboard.Slice.Tests.Ledger.Pages;

public sealed class JournalTests : LedgerReading
{
    [Fact]
    public async Task Whole_IsVerified_AndRecordsItsOwnExport()
    {
        await FillAsync(300);
        var export = (await Export().HandleAsync(ExportLedgerRequest.Everything, Token)).Value;
        var journal = await ReadAsync(new(export.Size));

        var report = await VerifyAsync(journal);
        Assert.Empty(report.Problems);
        Assert.Equal((303L, export.Size, $"/ledger/journal/{export.Size}"), (report.Entries, report.LastCheckpoint!.Size, export.Address));
        var last = EntryContent.Parse((await Bench.EntriesAsync())[^1].Content);
        Assert.Equal((LedgerActions.LedgerExported, "Auditor exported the whole ledger."), (last.Action, last.Sentence));
    }

    [Fact]
    public async Task Whole_OfAnEarlierCheckpoint_StaysTheSameBytes()
    {
        await FillAsync(20);
        var size = (await Bench.SignAsync()).Size;
        var before = await ReadAsync(new(size));
        await FillAsync(20);
        await Bench.SignAsync();

        Assert.Equal(before, await ReadAsync(new(size)));
        Assert.Empty((await VerifyAsync(before)).Problems);
    }

    [Fact]
    public async Task Read_FromAnyByte_EqualsTheWhole()
    {
        await FillAsync(300);
        var size = (await Bench.SignAsync()).Size;
        foreach (var request in new OpenJournalRequest[] { new(size), new(size, new(137, 290)) })
        {
            var whole = await ReadAsync(request);
            var random = new Random(20260524);
            await using var content = (await Journal().HandleAsync(request, Token)).Value.Content;
            for (var turn = 0; turn < 60; turn++)
            {
                var from = random.Next(whole.Length);
                var part = new byte[random.Next(1, Math.Min(70_000, whole.Length - from) + 1)];
                content.Seek(from, SeekOrigin.Begin);
                await content.ReadExactlyAsync(part, Token);
                Assert.Equal(whole[from..(from + part.Length)], part);
            }
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 42)]
    [InlineData(1, 2)]
    [InlineData(7, 31)]
    [InlineData(31, 32)]
    [InlineData(41, 42)]
    [InlineData(12, 42)]
    public async Task Range_IsVerifiedAgainstTheWhole(long from, long to)
    {
        await FillAsync(40);
        var size = (await Bench.SignAsync()).Size;

        var report = await VerifyAsync(await ReadAsync(new(size, new(from, to))));

        Assert.Empty(report.Problems);
        Assert.Equal((from, to - from, size), (report.From, report.Entries, report.LastCheckpoint!.Size));
    }

    [Fact]
    public async Task Range_AcrossARotationOfTheKey_IsVerified_AndStaysTheSameBytes()
    {
        await FillAsync(10);
        var request = new OpenJournalRequest((await Bench.SignAsync()).Size, new(2, 9));
        var before = await ReadAsync(request);
        var next = new LedgerKeys(Bench.Keys.Origin, NoteSigner.Generate(Bench.Keys.Origin), Bench.Keys.Signer);
        await using (var context = Bench.Database.CreateDbContext())
            Assert.True((await LedgerBeginning.EnsureAsync(context, next, Bench.Keys.Signer.Key.IdText, Bench.Clock, Token)).IsDone);
        await Bench.SignAsync(next);
        await Bench.WithEntriesAsync(5);
        var size = (await Bench.SignAsync(next)).Size;

        Assert.Equal(before, await ReadAsync(request));
        Assert.Empty((await VerifyAsync(await ReadAsync(new(size)), next.Signer.Key)).Problems);
        foreach (var range in new EntryRange[] { new(5, 15), new(2, 9), new(13, 16) })
            Assert.Empty((await VerifyAsync(await ReadAsync(new(size, range)), next.Signer.Key)).Problems);
    }

    [Theory]
    [InlineData("UPDATE LedgerEntries SET Content = CAST(replace(CAST(Content AS TEXT), 'noted 4', 'noted 5') AS BLOB) WHERE Sequence = 6")]
    [InlineData("UPDATE LedgerEntries SET Content = CAST(replace(CAST(Content AS TEXT), 'noted 4', 'noted something longer') AS BLOB) WHERE Sequence = 6")]
    [InlineData("UPDATE LedgerEntries SET Content = CAST(replace(CAST(Content AS TEXT), 'noted 4', '') AS BLOB) WHERE Sequence = 6")]
    [InlineData("DELETE FROM LedgerSubjects WHERE Sequence = 6; DELETE FROM LedgerEntries WHERE Sequence = 6")]
    public async Task Whole_WithATamperedRow_IsStillSent_AndTheVerifierNamesTheEntry(string sql)
    {
        await Bench.WithEntriesAsync(10);
        var size = (await Bench.SignAsync()).Size;
        var honest = await ReadAsync(new(size));
        await Bench.TamperAsync(sql);

        var journal = await ReadAsync(new(size));

        Assert.Equal(honest.Length, journal.Length);
        var report = await VerifyAsync(journal);
        Assert.Equal(6, report.Problems[0].Entry);
        // Every other line is unchanged.
        var others = Lines(honest).Where((_, line) => line != 6).ToList();
        Assert.Superset(others.ToHashSet(), Lines(journal).ToHashSet());
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(6, 5)]
    [InlineData(-1, 5)]
    [InlineData(0, 13)]
    public async Task Range_EmptyOrOutsideTheLedger_IsRefused(long from, long to)
    {
        await Bench.WithEntriesAsync(10);
        var size = (await Bench.SignAsync()).Size;

        Assert.Equal(new RangeOutsideLedger(12), (await Journal().HandleAsync(new(size, new(from, to)), Token)).Refusal);
        Assert.Equal(new CheckpointNotFound(11), (await Journal().HandleAsync(new(11), Token)).Refusal);
    }

    [Fact]
    public async Task Export_OfNumbers_NamesThem_AndRefusesOthers()
    {
        await Bench.WithEntriesAsync(10);

        var export = (await Export().HandleAsync(new(First: 3, Last: 7), Token)).Value;

        Assert.Equal(("/ledger/journal/13/3-8", "Auditor exported the ledger's entries 3 to 7."), (export.Address, (await Bench.EntriesAsync())[^1].Sentence));
        Assert.Empty((await VerifyAsync(await ReadAsync(new(export.Size, export.Range)))).Problems);
        foreach (var wrong in new ExportLedgerRequest[] { new(First: 7, Last: 3), new(First: -1, Last: 3), new(First: 0, Last: 99) })
            Assert.IsType<RangeOutsideLedger>((await Export().HandleAsync(wrong, Token)).Refusal);
        Assert.Equal(13, (await Bench.EntriesAsync()).Count);
    }

    [Fact]
    public async Task Export_OfDays_HasTheirEntries()
    {
        await Bench.WithEntriesAsync(2);
        Bench.Clock.Now = Bench.Clock.Now.AddDays(1);
        await Bench.WithEntriesAsync(3);
        Bench.Clock.Now = Bench.Clock.Now.AddDays(1);
        await Bench.WithEntriesAsync(4);

        Assert.Equal(new EntryRange(4, 7), (await Export().HandleAsync(new(FromDay: new(2026, 3, 3), ToDay: new(2026, 3, 3)), Token)).Value.Range);
        Assert.Equal(new EntryRange(0, 7), (await Export().HandleAsync(new(ToDay: new(2026, 3, 3)), Token)).Value.Range);
        Assert.Equal(new EntryRange(7, 13), (await Export().HandleAsync(new(FromDay: new(2026, 3, 4)), Token)).Value.Range);
        Assert.IsType<NoEntryOnThoseDays>((await Export().HandleAsync(new(FromDay: new(2026, 4, 1), ToDay: new(2026, 4, 2)), Token)).Refusal);
        Assert.IsType<NoEntryOnThoseDays>((await Export().HandleAsync(new(FromDay: new(2026, 3, 4), ToDay: new(2026, 3, 3)), Token)).Refusal);
    }

    private static string[] Lines(byte[] journal) => Encoding.UTF8.GetString(journal).Split('\n');

    /// <summary>Appends entries with a checkpoint after every seventh.</summary>
    private async Task FillAsync(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await Bench.AppendAsync($"noted {number}: {new string('é', number % 50 * 40)}");
            if (number % 7 == 0)
                await Bench.SignAsync();
        }
    }
}
