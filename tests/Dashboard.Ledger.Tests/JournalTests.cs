using System.Text;
using CsCheck;

namespace Dashboard.Ledger.Tests;

public sealed class JournalTests
{
    [Fact]
    public async Task Verify_AValidJournal_ReportsWhatItRead()
    {
        var ledger = TestLedger.Of(105);
        var report = await ledger.VerifyAsync();
        Assert.True(report.IsVerified, Messages(report));
        Assert.Equal((105, 10, TestLedger.Bytes(ledger.Lines).Length), (report.Entries, report.Checkpoints, report.Bytes));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero), report.FirstTime);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 3, 1, 44, TimeSpan.Zero), report.LastTime);
        Assert.Equal(TestLedger.Origin, report.Origin);
        Assert.Equal([ledger.Signer.Key], report.Keys);
        Assert.Equal(100, report.LastCheckpoint!.Size);
        Assert.Equal(report.LastCheckpoint, Checkpoint.Parse(SignedNote.Parse(report.LastCheckpointNote!).Text));
        Assert.Contains("No checkpoint covers the newest 5 entries", Assert.Single(report.Warnings).Message);
        Assert.Equal(5, report.UnsignedEntries);
        Assert.Equal(2, report.Unproved.Count);
    }

    [Fact]
    public async Task Verify_WithTrustedKeyAndKeptCheckpoint_LeavesNothingUnproved()
    {
        var ledger = TestLedger.Of(57);
        var kept = ledger.Checkpoint();
        ledger.Grow(100);
        var report = await ledger.VerifyAsync(new() { Keys = [ledger.Signer.Key], Earlier = kept });
        Assert.True(report.IsVerified, Messages(report));
        Assert.Empty(report.Unproved);
    }

    [Fact]
    public async Task Verify_InBatchesOfAnySize_IsTheSame()
    {
        var ledger = new TestLedger();
        for (var i = 0; i < 30; i++)
        {
            ledger.Append(sentence: new string('x', 40_000 + i));
            if (i % 7 == 0) ledger.Checkpoint();
        }

        ledger.Checkpoint();
        for (var size = 128 * 1024; size < 300_000; size += 17_001)
        {
            var report = await ledger.VerifyAsync(new() { BatchBytes = size });
            Assert.True(report.IsVerified, Messages(report));
            Assert.Equal(31, report.Entries);
        }
    }

    [Fact]
    public Task Verify_CheckpointsAnywhere_AreVerified() =>
        Gen.Int[1, 60].Array[1, 20].SampleAsync(
            async gaps =>
            {
                var ledger = new TestLedger();
                foreach (var gap in gaps)
                {
                    for (var i = 0; i < gap; i++) ledger.Append();
                    ledger.Checkpoint();
                }

                var report = await ledger.VerifyAsync();
                Assert.True(report.IsVerified, Messages(report));
                Assert.Equal(gaps.Length, report.Checkpoints);
            },
            iter: 50);

    [Fact]
    public async Task Verify_TheBeginningOfAJournal_IsAJournal()
    {
        var ledger = TestLedger.Of(40);
        var shorter = await TestLedger.VerifyAsync(TestLedger.Bytes(ledger.Lines[..23]));
        Assert.True(shorter.IsVerified, Messages(shorter));
        Assert.Equal(20, shorter.LastCheckpoint!.Size);
    }

    [Fact]
    public async Task Verify_ATimeThatGoesBackwards_IsOnlyAWarning()
    {
        var ledger = TestLedger.Of(10);
        ledger.Append(time: new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        ledger.Checkpoint();
        var report = await ledger.VerifyAsync();
        Assert.True(report.IsVerified, Messages(report));
        Assert.Equal((ProblemKind.TimeBackwards, 10), (report.Warnings[0].Kind, report.Warnings[0].Entry));
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(0, 7)]
    [InlineData(13, 14)]
    [InlineData(33, 77)]
    [InlineData(64, 100)]
    [InlineData(50, 50)]
    public async Task Verify_APartialExport_IsProvedByTheCheckpoint(int from, int to)
    {
        var ledger = TestLedger.Of(100);
        var report = await TestLedger.VerifyAsync(ledger.Export(from, to));
        Assert.True(report.IsVerified, Messages(report));
        Assert.Equal((from, to - from, 100, 0), (report.From, report.Entries, report.LastCheckpoint!.Size, report.UnsignedEntries));
        Assert.Contains("only hashes", report.Unproved[0]);
    }

    [Fact]
    public async Task Verify_APartialExportAcrossARotation_TakesEitherKeysCheckpoints()
    {
        var ledger = TestLedger.Of(40);
        var former = ledger.Signer.Key;
        ledger.Rotate(isCosigned: true);
        ledger.Grow(80);
        var export = Encoding.UTF8.GetString(ledger.Export(25, 60)).Split('\n')[..^1].ToList();
        export.Insert(1, Encoding.UTF8.GetString(JournalLines.Key(former)).TrimEnd('\n'));
        foreach (var size in new[] { 50, 40, 30 })
            export.Insert(3 + size - 25, ledger.Lines[ledger.Lines.FindIndex(line => line.StartsWith($"\"{TestLedger.Origin}\\n{size}\\n", StringComparison.Ordinal))]);
        var report = await TestLedger.VerifyAsync(TestLedger.Bytes(export), new() { Keys = [former] });
        Assert.True(report.IsVerified, Messages(report));
        Assert.Equal(4, report.Checkpoints);
    }

    [Fact]
    public async Task Verify_APartialExportWithAKeptCheckpoint_ComparesWhereItCan()
    {
        var ledger = TestLedger.Of(50);
        var kept = ledger.Checkpoint();
        ledger.Grow(100);
        var inside = await TestLedger.VerifyAsync(ledger.Export(33, 77), new() { Earlier = kept });
        Assert.True(inside.IsVerified, Messages(inside));
        var before = await TestLedger.VerifyAsync(ledger.Export(60, 77), new() { Earlier = kept });
        Assert.Contains("cannot be compared", Assert.Single(before.Problems).Message);
    }

    [Fact]
    public async Task Verify_ARotationThatTheFormerKeySignedToo_IsAccepted()
    {
        var ledger = TestLedger.Of(20);
        var former = ledger.Signer.Key;
        var next = ledger.Rotate(isCosigned: true);
        ledger.Checkpoint();
        ledger.Cosigner = null;
        ledger.Grow(50);
        foreach (var trusted in new[] { former, next.Key })
        {
            var report = await ledger.VerifyAsync(new() { Keys = [trusted] });
            Assert.True(report.IsVerified, Messages(report));
            Assert.Equal([former, next.Key], report.Keys);
        }
    }

    [Fact]
    public async Task Verify_ARotationWithoutTheFormerKey_IsRefusedUnlessTheNewKeyIsKnown()
    {
        var ledger = TestLedger.Of(20);
        var next = ledger.Rotate(isCosigned: false);
        ledger.Grow(50);
        var problem = Assert.Single((await ledger.VerifyAsync()).Problems);
        Assert.Equal((ProblemKind.RotationUnproved, 20), (problem.Kind, problem.Entry));
        Assert.Contains("without that key could have written it", problem.Message);
        var report = await ledger.VerifyAsync(new() { Keys = [next.Key] });
        Assert.True(report.IsVerified, Messages(report));
    }

    internal static string Messages(VerificationReport report) => string.Join(" | ", report.Problems.Select(problem => $"{problem.Kind}: {problem.Message}"));
}
