using System.Text;

namespace Dashboard.Ledger.Tests;

public sealed class UnreadableJournalTests
{
    [Theory]
    [InlineData("", "The journal is empty.")]
    [InlineData("no line feed", "has no complete line")]
    [InlineData("garbage\n", "first line is neither an entry")]
    [InlineData("\n", "first line is neither an entry")]
    [InlineData("\"a note\"\n", "first line is neither an entry")]
    [InlineData("[\"after\",0]\n", "is not [\"before\"")]
    [InlineData("[\"before\",3,\"AAAA\"]\n", "is not [\"before\"")]
    [InlineData("[\"before\",9223372036854775807]\n", "is not [\"before\"")]
    [InlineData("[[[[\n", "is not [\"before\"")]
    [InlineData("\ufeff{}\n", "byte order mark")]
    public async Task NotAJournal_IsReported(string content, string message)
    {
        var problem = Assert.Single((await TestLedger.VerifyAsync(Encoding.UTF8.GetBytes(content))).Problems);
        Assert.Equal(ProblemKind.NotAJournal, problem.Kind);
        Assert.Contains(message, problem.Message);
    }

    [Fact]
    public async Task CrLf_IsReported()
    {
        var converted = TestLedger.Of(20).Lines.Select(line => line + "\r");
        var problem = Assert.Single((await TestLedger.VerifyAsync(TestLedger.Bytes(converted))).Problems);
        Assert.Equal(ProblemKind.NotAJournal, problem.Kind);
        Assert.Contains("end with CR LF", problem.Message);
    }

    [Fact]
    public async Task LineOfTenMegabytes_StopsTheReading()
    {
        var huge = new string('x', 10_000_000);
        Assert.Contains("longer than", Assert.Single((await TestLedger.VerifyAsync(Encoding.UTF8.GetBytes("{" + huge + "\n"))).Problems).Message);
        var ledger = TestLedger.Of(20);
        ledger.Lines.Insert(15, huge);
        var report = await ledger.VerifyAsync();
        Assert.Equal(ProblemKind.LineTooLong, Assert.Single(report.Problems).Kind);
        Assert.Contains("Line 16 is longer", report.Problems[0].Message);
        Assert.Equal(14, report.Entries);
    }

    [Fact]
    public async Task CutOffLine_IsReported()
    {
        var report = await TestLedger.VerifyAsync(TestLedger.Bytes(TestLedger.Of(20).Lines)[..^5]);
        Assert.Equal(ProblemKind.CutOff, Assert.Single(report.Problems).Kind);
    }

    [Theory]
    [InlineData("{}", "a required member is missing")]
    [InlineData("", "it is not a JSON object")]
    [InlineData("{\"action\":1}", "a member has the wrong type")]
    [InlineData("{\"more\":1}", "it has an unknown member")]
    [InlineData("{\"time\":\"2026-11-24T03:17:59.123Z\",\"action\":\"x\"}", "its members are not in order")]
    [InlineData("{\"time\":\"yesterday\"}", "its time is not in the form")]
    [InlineData("{\"sequence\":-1}", "its sequence number is not")]
    [InlineData("{\"previous\":\"AAAA\"}", "not the base64 of a hash")]
    [InlineData("{\"details\":{}} {}", "it is not JSON")]
    [InlineData("{\"details\":{\"a\":}}", "it is not JSON")]
    public async Task Garbage_InsteadOfAnEntry_IsNamed(string garbage, string message)
    {
        var ledger = TestLedger.Of(20);
        ledger.Lines[5] = garbage;
        var report = await ledger.VerifyAsync();
        Assert.Equal((ProblemKind.EntryUnreadable, 5), (report.Problems[0].Kind, report.Problems[0].Entry));
        Assert.StartsWith("Entry 5 was changed or damaged: ", report.Problems[0].Message);
        Assert.Contains(message, report.Problems[0].Message);
    }

    [Fact]
    public async Task InvalidUtf8_IsNamed()
    {
        var journal = TestLedger.Bytes(TestLedger.Of(20).Lines);
        journal[journal.AsSpan().IndexOf("Ari"u8)] = 0xC0;
        Assert.Contains("not valid UTF-8", (await TestLedger.VerifyAsync(journal)).Problems[0].Message);
    }

    [Fact]
    public async Task FrameLinesInAWholeJournalAndBadCheckpoints_AreNamed()
    {
        var ledger = TestLedger.Of(20);
        ledger.Lines.Insert(5, "[\"key\",\"x\"]");
        ledger.Lines.Insert(6, "\"no note\"");
        ledger.Lines.Insert(7, "\"not JSON");
        ledger.Lines.Insert(8, "\"half a character: \\ud800\"");
        var kinds = (await ledger.VerifyAsync()).Problems.Select(problem => problem.Kind);
        Assert.Equal([ProblemKind.StrangeLine, ProblemKind.CheckpointUnreadable, ProblemKind.CheckpointUnreadable, ProblemKind.CheckpointUnreadable], kinds);
    }

    [Fact]
    public async Task Entry0ThatNamesNoKey_IsNamedOnce()
    {
        var ledger = new TestLedger(begun: "something.else");
        ledger.Grow(30);
        var report = await ledger.VerifyAsync();
        Assert.Equal([ProblemKind.KeyEntry, ProblemKind.CheckpointSignature], report.Problems.Select(problem => problem.Kind));
        Assert.Contains("not \"ledger.begun\"", report.Problems[0].Message);
    }

    [Fact]
    public async Task UnsignedJournal_IsReported()
    {
        var ledger = new TestLedger();
        Assert.Equal(ProblemKind.NothingSigned, Assert.Single((await ledger.VerifyAsync()).Problems).Kind);
    }

    [Fact]
    public async Task ManyProblems_AreCountedButNotKept()
    {
        var ledger = TestLedger.Of(500);
        var report = await TestLedger.VerifyAsync(TestLedger.Bytes(ledger.Lines.Select((line, i) => i > 10 && line[0] == '{' ? "{}" : line)));
        Assert.Equal(20, report.Problems.Count);
        Assert.True(report.FurtherProblems > 400);
    }

    [Fact]
    public async Task AnInvalidKeptCheckpoint_IsAnError() =>
        await Assert.ThrowsAsync<NoteFormatException>(() => new TestLedger().VerifyAsync(new() { Earlier = "nonsense" }));
}
