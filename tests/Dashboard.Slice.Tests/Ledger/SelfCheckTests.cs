using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Ledger;

public sealed class SelfCheckTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task IntactLog_LongerThanAChunk_PassesAndContinuesWhereItEnded()
    {
        using var bench = await new LedgerBench().BegunAsync();
        var check = new LedgerSelfCheck(null);
        foreach (var entries in new[] { 3, 700, 0, 1 })
        {
            await bench.WithEntriesAsync(entries);
            await bench.SignAsync();
            await using var context = bench.Database.CreateDbContext();
            Assert.Null(await check.CheckAsync(context, Token));
        }

        Assert.Equal(706, check.Verified);
    }

    public static TheoryData<string, string, long?> Tamperings => new()
    {
        { "UPDATE LedgerEntries SET Content = CAST(replace(CAST(Content AS TEXT), 'noted 4', 'noted 5') AS BLOB) WHERE Sequence = 6", "Entry 6 was changed", 6 },
        { "UPDATE LedgerEntries SET Hash = randomblob(32) WHERE Sequence = 6", "Entry 6 was changed", 6 },
        { "UPDATE LedgerEntries SET Sentence = 'Nothing happened.' WHERE Sequence = 6", "shown with values that differ", 6 },
        { "UPDATE LedgerEntries SET ActorName = 'Someone Else' WHERE Sequence = 6", "shown with values that differ", 6 },
        { "DELETE FROM LedgerSubjects WHERE Sequence = 6", "index of subjects was changed", 6 },
        { "DELETE FROM LedgerEntries WHERE Sequence = 6", "Entry 6 is missing", 6 },
        { "DELETE FROM LedgerEntries WHERE Sequence = 11", "Entry 11 is missing", 11 },
        { "UPDATE LedgerEntries SET Sequence = 99, Position = -99 WHERE Sequence = 6; UPDATE LedgerEntries SET Sequence = 6 WHERE Sequence = 7; UPDATE LedgerEntries SET Sequence = 7 WHERE Sequence = 99", "Entry 6", 5 },
        { "UPDATE LedgerNodes SET Hash = randomblob(32) WHERE Number = 1", "stored tree differs", 1 },
        { "DELETE FROM LedgerNodes WHERE Number = 3", "stored tree differs", 3 },
        { "UPDATE LedgerCheckpoints SET Note = replace(Note, 'test.example', 'best.example')", "checkpoint", null },
        { "UPDATE LedgerCheckpoints SET Root = randomblob(32) WHERE Size = 12", "does not match", null },
        { "DELETE FROM LedgerCheckpoints WHERE Size = 2", "A checkpoint was added or removed", 2 },
        { "UPDATE LedgerHead SET LastHash = randomblob(32)", "head of the log", null },
        { "UPDATE LedgerHead SET Size = Size - 1", "", null },
    };

    [Theory, MemberData(nameof(Tamperings))]
    public async Task Tampering_IsDetected_AndNamed(string sql, string expected, long? sequence)
    {
        using var bench = await new LedgerBench().BegunAsync();
        await bench.SignAsync();
        await bench.WithEntriesAsync(10);
        await bench.SignAsync();
        Assert.Null(await bench.CheckAsync());
        await bench.TamperAsync(sql);

        var problem = await bench.CheckAsync();
        Assert.NotNull(problem);
        Assert.Contains(expected, problem.Text, StringComparison.Ordinal);
        if (sequence is not null)
            Assert.Equal(sequence, problem.Sequence);
    }

    [Fact]
    public async Task TailCutOff_WithHeadAndCheckpoints_IsDetectedOnlyByTheKeptCheckpoint()
    {
        using var bench = await new LedgerBench().BegunAsync();
        await bench.WithEntriesAsync(3);
        await bench.SignAsync();
        await using var context = bench.Database.CreateDbContext();
        var head = await context.LedgerHead.AsNoTracking().SingleAsync(Token);
        await bench.WithEntriesAsync(5);
        var kept = Checkpoint.Parse(SignedNote.Parse((await bench.SignAsync()).Note).Text);
        await bench.TamperAsync("DELETE FROM LedgerSubjects WHERE Sequence >= 5; DELETE FROM LedgerEntries WHERE Sequence >= 5; DELETE FROM LedgerCheckpoints WHERE Size > 5");
        await bench.TamperAsync(
            "UPDATE LedgerHead SET Size = @size, Range = @range, LastHash = @last, Position = @position",
            ("@size", head.Size), ("@range", head.Range), ("@last", head.LastHash), ("@position", head.Position));

        Assert.Null(await bench.CheckAsync());
        Assert.Contains("truncated or rolled back", (await bench.CheckAsync(kept))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WholeLogRewritten_IsDetectedByTheKeptCheckpoint()
    {
        using var honest = await new LedgerBench().BegunAsync();
        await honest.WithEntriesAsync(6);
        var kept = Checkpoint.Parse(SignedNote.Parse((await honest.SignAsync()).Note).Text);
        using var rewritten = await new LedgerBench().BegunAsync();
        await rewritten.WithEntriesAsync(9);
        await rewritten.SignAsync();

        Assert.Null(await rewritten.CheckAsync());
        Assert.Contains("the log was rewritten", (await rewritten.CheckAsync(kept))!.Text, StringComparison.Ordinal);
    }
}
