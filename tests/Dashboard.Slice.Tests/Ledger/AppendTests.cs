using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Ledger;
using Dashboard.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Ledger;

public sealed class AppendTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_AreChained_AsTheLibraryHashesThem()
    {
        using var bench = await new LedgerBench().BegunAsync();
        await bench.WithEntriesAsync(9);

        var entries = await bench.EntriesAsync();
        var range = new CompactRange();
        var position = 0L;
        MerkleHash? previous = null;
        foreach (var (entry, index) in entries.Select((entry, index) => (entry, index)))
        {
            var content = EntryContent.Parse(entry.Content);
            Assert.Equal((index, index, previous), (entry.Sequence, content.Sequence, content.Previous));
            Assert.True(entry.Repeats(content));
            Assert.Equal(position, entry.Position);
            previous = MerkleHash.Leaf(entry.Content);
            Assert.Equal(previous.Value.ToArray(), entry.Hash);
            range.Append(previous.Value);
            position += entry.Content.Length + 1;
        }

        await using var context = bench.Database.CreateDbContext();
        var head = await context.LedgerHead.SingleAsync(Token);
        Assert.Equal((11, position), (head.Size, head.Position));
        Assert.Equal(range.Root, head.ToRange().Root);
        Assert.Null(await bench.CheckAsync());
    }

    [Fact]
    public async Task Proofs_OfEveryEntryAndPairOfSizes_ComeFromTheStoredTree()
    {
        using var bench = await new LedgerBench().BegunAsync();
        await bench.WithEntriesAsync(35);
        var leaves = (await bench.EntriesAsync()).ConvertAll(entry => MerkleHash.From(entry.Hash));
        await using var context = bench.Database.CreateDbContext();
        var roots = leaves.Aggregate(new List<(CompactRange Range, MerkleHash Root)> { (new(), MerkleHash.Empty) }, (all, leaf) =>
        {
            var range = CompactRange.Parse(all[^1].Range.Size, all[^1].Range.ToBytes());
            range.Append(leaf);
            return [.. all, (range, range.Root)];
        });

        for (var size = 1; size <= leaves.Count; size++)
        {
            for (var index = 0; index < size; index += 3)
            {
                var path = await context.ProveAsync(ProofPlan.Inclusion(index, size), Token);
                Assert.True(MerkleProof.VerifyInclusion(index, size, leaves[index], path, roots[size].Root));
            }

            for (var older = 1; older <= size; older += 4)
            {
                var path = await context.ProveAsync(ProofPlan.Consistency(older, size), Token);
                Assert.True(MerkleProof.VerifyConsistency(older, size, roots[older].Root, roots[size].Root, path));
            }
        }
    }

    [Fact]
    public async Task FiftyWriters_AtOnce_CauseNoGapForkOrLoss()
    {
        using var bench = await new LedgerBench().BegunAsync();
        const int Writers = 50, Each = 8;
        var checkpoints = Task.Run(async () =>
        {
            for (var signed = 0; signed < 10; signed++)
                await bench.SignAsync();
        }, Token);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var turn = 0; turn < Each; turn++)
            {
                await using var context = bench.Database.CreateDbContext().WithoutTimeLimit();
                await using var change = await context.BeginChangeAsync(LedgerBench.Dana, bench.Clock, Token);
                context.Waves.Add(Wave.Create($"Wave {writer}-{turn}", "", null, null).Value);
                await change.CommitAsync(new LedgerDraft("test.noted", new LedgerSubject("note", $"{writer}-{turn}"), $"noted {writer}-{turn}"), Token);
            }
        }, Token)));
        await checkpoints;
        await bench.SignAsync();

        var entries = await bench.EntriesAsync();
        Assert.Equal(Enumerable.Range(0, 2 + (Writers * Each)).Select(number => (long)number), entries.Select(entry => entry.Sequence));
        Assert.Equal(Writers * Each, entries.Where(entry => entry.Action == "test.noted").Select(entry => entry.SubjectId).Distinct().Count());
        await using var count = bench.Database.CreateDbContext();
        Assert.Equal(Writers * Each, await count.Waves.CountAsync(Token));
        Assert.Null(await bench.CheckAsync());
    }

    [Fact]
    public async Task ChangeThatFails_LeavesNoEntry()
    {
        using var bench = await new LedgerBench().BegunAsync();
        await using (var context = bench.Database.CreateDbContext())
        {
            await using var change = await context.BeginChangeAsync(LedgerBench.Dana, bench.Clock, Token);
            context.Waves.AddRange(Wave.Create("Twice", "", null, null).Value, Wave.Create("Twice", "", null, null).Value);
            await Assert.ThrowsAsync<DbUpdateException>(() => change.CommitAsync(new LedgerDraft("test.noted", new LedgerSubject("note", "1"), "noted"), Token));
        }

        Assert.Equal(2, (await bench.EntriesAsync()).Count);
        Assert.Null(await bench.CheckAsync());
    }

    [Fact]
    public async Task EntryThatFails_LeavesNoChange()
    {
        using var bench = await new LedgerBench().BegunAsync();
        await using (var context = bench.Database.CreateDbContext())
        {
            await using var change = await context.BeginChangeAsync(LedgerBench.Dana, bench.Clock, Token);
            context.Waves.Add(Wave.Create("Never", "", null, null).Value);
            var tooLarge = new LedgerDraft("test.noted", new LedgerSubject("note", "1"), new string('x', EntryContent.LargestBytes));
            await Assert.ThrowsAsync<EntryFormatException>(() => change.CommitAsync(tooLarge, Token));
        }

        await using var after = bench.Database.CreateDbContext();
        Assert.Empty(await after.Waves.ToListAsync(Token));
        Assert.Equal(2, (await bench.EntriesAsync()).Count);
    }

    [Fact]
    public async Task Sentence_LongerThanItsColumn_IsRefusedOnEveryDatabase()
    {
        using var bench = await new LedgerBench().BegunAsync();
        var refused = await Assert.ThrowsAsync<EntryFormatException>(() => bench.AppendAsync(new string('x', LedgerEntry.LongestSentence)));
        Assert.Contains("the maximum is 2,000", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commit_WithoutAnEntry_IsRefused()
    {
        using var bench = await new LedgerBench().BegunAsync();
        await using var context = bench.Database.CreateDbContext();
        await using var change = await context.BeginChangeAsync(LedgerBench.Dana, bench.Clock, Token);
        await Assert.ThrowsAsync<ArgumentException>(() => change.CommitAsync([], Token));
    }

    [Fact]
    public async Task Save_OutsideAChange_IsRefused()
    {
        using var bench = await new LedgerBench().BegunAsync();
        await using var context = bench.Database.CreateDbContext();
        context.Waves.Add(Wave.Create("Unrecorded", "", null, null).Value);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync(Token));
        Assert.Contains(nameof(DashboardContext.BeginChangeAsync), refused.Message, StringComparison.Ordinal);
    }
}
