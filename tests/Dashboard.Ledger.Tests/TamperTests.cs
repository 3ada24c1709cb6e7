using System.Text;
using CsCheck;

namespace Dashboard.Ledger.Tests;

public sealed class TamperTests
{
    private readonly TestLedger ledger = TestLedger.Of(100);

    [Fact]
    public async Task Change_OfAnEntry_NamesIt()
    {
        ledger.Lines[LineOf(57)] = ledger.Lines[LineOf(57)].Replace("Ari Chen.", "Ari Chan.", StringComparison.Ordinal);
        var report = await ledger.VerifyAsync();
        Expect(report, ProblemKind.EntryChanged, 57, "Entry 57 was changed: entry 58 names a different hash for it.");
        Assert.Equal((ProblemKind.CheckpointRoot, 60), (report.Problems[1].Kind, report.Problems[1].CheckpointSize));
        Assert.Equal(2, report.Problems.Count);
    }

    [Fact]
    public async Task Change_OfTheHashThatAnEntryNames_NamesThatEntry()
    {
        ledger.Lines[LineOf(57)] = WithOtherPrevious(ledger.Lines[LineOf(57)]);
        Expect(await ledger.VerifyAsync(), ProblemKind.EntryChanged, 57, "Entry 57 was changed: entry 58 names a different hash for it");
    }

    [Fact]
    public async Task Change_OfTheHashInTheFirstEntryAfterACheckpoint_NamesThatEntry()
    {
        ledger.Lines[LineOf(60)] = WithOtherPrevious(ledger.Lines[LineOf(60)]);
        Expect(await ledger.VerifyAsync(), ProblemKind.EntryChanged, 60, "Entry 60 was changed");
    }

    [Fact]
    public async Task Change_OfTheLastEntry_IsFoundByTheCheckpoint()
    {
        ledger.Lines[LineOf(99)] = ledger.Lines[LineOf(99)].Replace("Ari Chen.", "Ari Chan.", StringComparison.Ordinal);
        var problem = Assert.Single((await ledger.VerifyAsync()).Problems);
        Assert.Equal((ProblemKind.CheckpointRoot, 100), (problem.Kind, problem.CheckpointSize));
        Assert.Contains("someone changed entry 99, and perhaps others from 90 on", problem.Message);
    }

    [Fact]
    public Task Change_OfAnyByteAnywhere_IsFound()
    {
        var small = TestLedger.Of(25, checkpointEvery: 5);
        var honest = TestLedger.Bytes(small.Lines);
        return Gen.Select(Gen.Int[0, honest.Length - 1], Gen.Int[1, 255]).SampleAsync(
            async (at, flip) =>
            {
                var journal = (byte[])honest.Clone();
                journal[at] ^= (byte)flip;
                var report = await TestLedger.VerifyAsync(journal, new() { Keys = [small.Signer.Key] });
                Assert.False(report.IsVerified, $"byte {at} ^ {flip}");
                var damaged = honest.AsSpan(0, at).Count((byte)'\n');
                var entry = small.Lines.Take(damaged).Count(line => line[0] == '{');
                if (small.Lines[damaged][0] == '{' && report.Problems[0].Kind is ProblemKind.EntryChanged or ProblemKind.EntryUnreadable)
                    Assert.Matches(entry == small.Size - 1 ? $"^Entry ({entry - 1} or entry )?{entry} was" : $"^Entry {entry} (was|or)", report.Problems[0].Message);
            },
            iter: 1000);
    }

    [Fact]
    public async Task Removal_OfAnEntry_NamesIt()
    {
        ledger.Lines.RemoveAt(LineOf(57));
        Expect(await ledger.VerifyAsync(), ProblemKind.EntryMissing, 57, "Entry 57 is missing: entry 58 follows entry 56.");
    }

    [Fact]
    public async Task Removal_OfTheEntryBeforeACheckpointOrOfSeveral_NamesThem()
    {
        ledger.Lines.RemoveRange(LineOf(56), 3);
        Expect(await ledger.VerifyAsync(), ProblemKind.EntryMissing, 56, "Entries 56 to 58 are missing: entry 59 follows entry 55.");
        var other = TestLedger.Of(100);
        other.Lines.RemoveAt(LineOf(59));
        Expect(await other.VerifyAsync(), ProblemKind.CheckpointSize, null, "The checkpoint of 60 entries was signed, but fewer entries come before it");
    }

    [Fact]
    public async Task Removal_OfTheFirstEntry_IsNamed()
    {
        ledger.Lines.RemoveAt(0);
        Assert.Contains("Entry 0 is missing: the journal begins with entry 1.", JournalTests.Messages(await ledger.VerifyAsync()));
    }

    [Fact]
    public async Task Exchange_OfTwoEntries_IsNamed()
    {
        (ledger.Lines[LineOf(57)], ledger.Lines[LineOf(58)]) = (ledger.Lines[LineOf(58)], ledger.Lines[LineOf(57)]);
        Expect(await ledger.VerifyAsync(), ProblemKind.EntryMisplaced, 57, "Entry 58 is in the place of entry 57.");
    }

    [Fact]
    public async Task Repetition_OfAnEntry_IsNamed()
    {
        ledger.Lines.Insert(LineOf(57), ledger.Lines[LineOf(57)]);
        Expect(await ledger.VerifyAsync(), ProblemKind.EntryMisplaced, 57, "Entry 57 appears twice.");
    }

    [Fact]
    public async Task Insertion_OfAnEarlierEntry_DoesNotHideALaterChange()
    {
        ledger.Lines[LineOf(70)] = ledger.Lines[LineOf(70)].Replace("Ari Chen.", "Ari Chan.", StringComparison.Ordinal);
        ledger.Lines.Insert(LineOf(57), ledger.Lines[LineOf(30)]);
        var report = await ledger.VerifyAsync();
        Expect(report, ProblemKind.EntryMisplaced, 57, "Entry 30 is in the place of entry 57.");
        Assert.Contains(report.Problems, problem => problem.Kind is ProblemKind.EntryChanged && problem.Entry == 70);
    }

    [Fact]
    public async Task Truncation_BeforeACheckpoint_IsFound()
    {
        ledger.Lines.RemoveRange(LineOf(90), 10);
        Expect(await ledger.VerifyAsync(), ProblemKind.CheckpointSize, null, "The checkpoint of 100 entries was signed, but the ledger ends after 90: entries were removed.");
    }

    [Fact]
    public async Task Truncation_WithItsCheckpoints_IsFoundOnlyByAKeptCheckpoint()
    {
        var kept = ledger.Checkpoint(isWritten: false);
        ledger.Lines.RemoveRange(LineOf(90), 11);
        Assert.True((await ledger.VerifyAsync()).IsVerified);
        Expect(await ledger.VerifyAsync(new() { Earlier = kept }), ProblemKind.Earlier, null, "Your checkpoint of 100 entries covers more entries than this ledger has: 90. The ledger was rolled back");
    }

    [Fact]
    public async Task Rewriting_UnderAnotherKeyWithTheOldEntry0_IsAKeyNeverAnnounced()
    {
        var forged = TestLedger.Of(60, signer: ledger.Signer);
        forged = Resign(forged, NoteSigner.Generate(TestLedger.Origin));
        Expect(await forged.VerifyAsync(), ProblemKind.CheckpointSignature, null, "was signed by a key that this ledger never announced");
    }

    [Fact]
    public async Task Rewriting_UnderAnotherKeyFromEntry0_IsFoundOnlyByWhatTheAuditorKnows()
    {
        var kept = ledger.Checkpoint(isWritten: false);
        var forged = TestLedger.Of(100);
        var alone = await forged.VerifyAsync();
        Assert.True(alone.IsVerified, JournalTests.Messages(alone));
        Assert.Contains("anyone could have written a whole ledger", alone.Unproved[0]);
        Expect(await forged.VerifyAsync(new() { Keys = [ledger.Signer.Key] }), ProblemKind.UntrustedKey, null, "but you trust only");
        Expect(await forged.VerifyAsync(new() { Earlier = kept }), ProblemKind.Earlier, null, "rewritten with another key");
    }

    [Fact]
    public async Task Rewriting_UnderTheSameKey_IsFoundOnlyByAKeptCheckpoint()
    {
        var kept = ledger.Checkpoint(isWritten: false);
        var forged = new TestLedger(ledger.Signer);
        forged.Append(sentence: "No one suspended anyone.");
        forged.Grow(120);
        var alone = await forged.VerifyAsync(new() { Keys = [ledger.Signer.Key] });
        Assert.True(alone.IsVerified, JournalTests.Messages(alone));
        Assert.Contains("rewritten everything", Assert.Single(alone.Unproved));
        Expect(await forged.VerifyAsync(new() { Earlier = kept }), ProblemKind.Earlier, null, "the ledger was rewritten");
    }

    [Fact]
    public async Task Rewriting_OfEntriesUnderOldCheckpoints_IsFound()
    {
        var forged = new TestLedger(ledger.Signer);
        forged.Grow(57);
        forged.Append(sentence: "No one suspended anyone.");
        forged.Grow(100);
        var lines = forged.Lines.Select((line, i) => line[0] == '"' ? ledger.Lines[i] : line);
        var problem = Assert.Single((await TestLedger.VerifyAsync(TestLedger.Bytes(lines))).Problems);
        Assert.Contains("The checkpoint of 60 entries does not match the entries before it, and neither do 4 later ones. The chain is intact, so someone changed entry 59, and perhaps others from 50 on", problem.Message);
    }

    [Fact]
    public async Task Checkpoint_WithAnInvalidSignature_IsNamed()
    {
        var at = LineOf(60) - 1;
        var note = JournalLines.ReadCheckpoint(Encoding.UTF8.GetBytes(ledger.Lines[at]));
        var parsed = SignedNote.Parse(note);
        parsed.Signatures[0].Bytes[7] ^= 1;
        ledger.Lines[at] = Encoding.UTF8.GetString(JournalLines.Checkpoint(parsed.ToString())).TrimEnd('\n');
        var report = await ledger.VerifyAsync();
        Expect(report, ProblemKind.CheckpointSignature, null, "The checkpoint of 60 entries has an invalid signature");
        Assert.Equal(100, report.LastCheckpoint!.Size);
    }

    [Fact]
    public async Task Checkpoint_ByAKeyThatWasReplaced_IsRefused()
    {
        var former = ledger.Signer;
        ledger.Rotate(isCosigned: true);
        ledger.Checkpoint();
        var old = new Checkpoint(TestLedger.Origin, ledger.Size, CheckpointAt(ledger).Root);
        ledger.Lines.Add(Encoding.UTF8.GetString(JournalLines.Checkpoint(former.Sign(old.ToText()))).TrimEnd('\n'));
        Expect(await ledger.VerifyAsync(), ProblemKind.CheckpointSignature, null, "which was no longer in force: entry 100 replaced it with key");
    }

    [Fact]
    public async Task Checkpoint_OfAnotherLedgerOrMoved_IsNamed()
    {
        var moved = ledger.Lines[LineOf(60) - 1];
        ledger.Lines.Insert(LineOf(80), moved);
        Expect(await ledger.VerifyAsync(), ProblemKind.CheckpointSize, null, "The checkpoint of 60 entries comes after 80");

        var other = TestLedger.Of(5);
        other.Lines.Add(Encoding.UTF8.GetString(JournalLines.Checkpoint(other.Signer.Sign(new Checkpoint("other.example", 5, CheckpointAt(other).Root).ToText()))).TrimEnd('\n'));
        Expect(await other.VerifyAsync(), ProblemKind.CheckpointOrigin, null, "belongs to another ledger: its origin is other.example");
    }

    [Fact]
    public async Task PartialExport_TamperedWith_IsFound()
    {
        var honest = Encoding.UTF8.GetString(ledger.Export(33, 77)).Split('\n')[..^1];
        foreach (var (line, what) in new[] { (0, "before"), (2, "entry"), (30, "entry"), (46, "after") })
        {
            Assert.False((await TestLedger.VerifyAsync(TestLedger.Bytes(honest.Where((_, i) => i != line)))).IsVerified, $"without line {line}, {what}");
        }

        var shortened = await TestLedger.VerifyAsync(TestLedger.Bytes(honest[..^2]));
        Assert.Contains(shortened.Problems, problem => problem.Kind is ProblemKind.CutOff);
        var forged = honest.Select(text => text.Replace("Ari Chen.", "Ari Chan.", StringComparison.Ordinal));
        Assert.Contains(ProblemKind.CheckpointRoot, (await TestLedger.VerifyAsync(TestLedger.Bytes(forged.Select((text, i) => i == 45 ? text : honest[i])))).Problems.Select(p => p.Kind));
        Assert.Equal("dashboard.example/ledger", (await TestLedger.VerifyAsync(TestLedger.Bytes(honest))).Origin);
    }

    private static MerkleHash RootOf(TestLedger of) => NaiveTree.Root(of.Leaves.ToArray());

    private static (MerkleHash Root, long Size) CheckpointAt(TestLedger of) => (RootOf(of), of.Size);

    private static TestLedger Resign(TestLedger ledger, NoteSigner signer)
    {
        for (var i = 0; i < ledger.Lines.Count; i++)
        {
            if (ledger.Lines[i][0] != '"') continue;
            var text = SignedNote.Parse(JournalLines.ReadCheckpoint(Encoding.UTF8.GetBytes(ledger.Lines[i]))).Text;
            ledger.Lines[i] = Encoding.UTF8.GetString(JournalLines.Checkpoint(signer.Sign(text))).TrimEnd('\n');
        }

        return ledger;
    }

    /// <summary>Line number of an entry, with a checkpoint after every ten entries.</summary>
    private static int LineOf(int entry) => entry + (entry / 10);

    private static string WithOtherPrevious(string line)
    {
        var at = line.IndexOf("\"previous\":\"", StringComparison.Ordinal) + 20;
        return line[..at] + (line[at] == 'A' ? 'B' : 'A') + line[(at + 1)..];
    }

    private static void Expect(VerificationReport report, ProblemKind kind, long? entry, string message)
    {
        Assert.False(report.IsVerified);
        Assert.True(report.Problems[0].Message.Contains(message, StringComparison.Ordinal), JournalTests.Messages(report));
        Assert.Equal((kind, entry), (report.Problems[0].Kind, report.Problems[0].Entry));
    }
}
