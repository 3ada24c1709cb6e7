using System.Text.Json.Nodes;

namespace Dashboard.Ledger.Tests;

/// <summary>A journal of many batches, which are processed in parallel: the findings must not depend on which batch is done first.</summary>
public sealed class BatchTests
{
    private const int Entries = 40;
    private const int Rounds = 25;

    // A batch must have room for the longest line, so each batch has 128 KiB, which is about four of these entries.
    private static readonly VerifierOptions Small = new() { BatchBytes = 1 };
    private static readonly VerifierOptions Large = new() { BatchBytes = 1 << 26 };
    private readonly TestLedger ledger = new();

    public BatchTests()
    {
        while (ledger.Size < Entries)
        {
            ledger.Append(details: new JsonObject { ["reason"] = new string('x', 30_000) });
            if (ledger.Size % 10 == 0) ledger.Checkpoint();
        }
    }

    [Fact]
    public async Task ValidJournal_IsVerifiedInAnyBatches()
    {
        Assert.True((await ledger.VerifyAsync(Small)).IsVerified);
        Assert.True((await ledger.VerifyAsync(Large)).IsVerified);
    }

    [Fact]
    public async Task TheFirstInvalidEntry_IsNamedFirst_WhateverIsWrongLater()
    {
        Change(13);
        ledger.Lines[LineOf(17)] = "{garbage}";
        ledger.Lines[LineOf(35)] = "{garbage}";
        var problems = await AlwaysTheSameAsync();
        Assert.Equal((ProblemKind.EntryChanged, 13), (problems[0].Kind, problems[0].Entry));
        Assert.Equal([17, 35], problems.Where(problem => problem.Kind is ProblemKind.EntryUnreadable).Select(problem => problem.Entry!.Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(29)]
    public async Task AChange_NextToAnyEndOfABatch_IsNamed(int entry)
    {
        Change(entry);
        var problems = await AlwaysTheSameAsync();
        Assert.Equal((ProblemKind.EntryChanged, entry), (problems[0].Kind, (int)problems[0].Entry!.Value));
    }

    [Fact]
    public async Task AMissingEntry_IsNamedBeforeAChangeInALaterBatch()
    {
        Change(33);
        ledger.Lines.RemoveAt(LineOf(8));
        var problems = await AlwaysTheSameAsync();
        Assert.Equal((ProblemKind.EntryMissing, 8), (problems[0].Kind, problems[0].Entry));
        Assert.Contains(problems, problem => problem.Kind is ProblemKind.EntryChanged && problem.Entry == 33);
    }

    [Fact]
    public async Task ACutOffEnd_DoesNotHideAnEarlierChange()
    {
        Change(13);
        var journal = TestLedger.Bytes(ledger.Lines)[..^200];
        var problems = (await TestLedger.VerifyAsync(journal, Small)).Problems;
        Assert.Equal((ProblemKind.EntryChanged, 13), (problems[0].Kind, problems[0].Entry));
        Assert.Contains(problems, problem => problem.Kind is ProblemKind.CutOff);
        Assert.Equal((await TestLedger.VerifyAsync(journal, Large)).Problems, problems);
    }

    private async Task<IReadOnlyList<Problem>> AlwaysTheSameAsync()
    {
        var expected = (await ledger.VerifyAsync(Large)).Problems;
        for (var i = 0; i < Rounds; i++) Assert.Equal(expected, (await ledger.VerifyAsync(Small)).Problems);
        return expected;
    }

    private void Change(int entry) => ledger.Lines[LineOf(entry)] = ledger.Lines[LineOf(entry)].Replace("Ari Chen.", "Ari Chan.", StringComparison.Ordinal);

    /// <summary>Line number of an entry, with a checkpoint after every ten entries.</summary>
    private static int LineOf(int entry) => entry + (entry / 10);
}
