using System.Numerics;
using CsCheck;

namespace Dashboard.Ledger.Tests;

public sealed class MerkleTreeTests
{
    private static readonly MerkleHash[] Leaves = StoredTree.Leaves(3000);
    private static readonly StoredTree Stored = new(Leaves);

    [Fact]
    public void Root_OfEverySizeTo1000_IsTheNaiveTrees()
    {
        var range = new CompactRange();
        for (var size = 0; size <= 1000; size++)
        {
            var naive = NaiveTree.Root(Leaves.AsSpan(0, size));
            Assert.Equal(naive, range.Root);
            Assert.Equal([naive], Stored.Resolve(ProofPlan.Root(size)));
            Assert.Equal(BitOperations.PopCount((uint)size), range.Hashes.Count);
            range.Append(Leaves[size]);
        }
    }

    [Fact]
    public void Inclusion_OfEveryIndexTo130_IsTheNaivePathAndVerifies()
    {
        for (var size = 1; size <= 130; size++)
        {
            for (var index = 0; index < size; index++) CheckInclusion(index, size);
        }
    }

    [Fact]
    public void Inclusion_OfSampledIndexesAndSizes_IsTheNaivePathAndVerifies() =>
        Gen.Int[1, 2000].SelectMany(size => Gen.Int[0, size - 1], (size, index) => (size, index)).Sample(t => CheckInclusion(t.index, t.size), iter: 300);

    [Fact]
    public void Consistency_OfEverySizePairTo100_IsTheNaiveProofAndVerifies()
    {
        for (var newer = 1; newer <= 100; newer++)
        {
            for (var older = 0; older <= newer; older++) CheckConsistency(older, newer);
        }
    }

    [Fact]
    public void Consistency_OfSampledSizes_IsTheNaiveProofAndVerifies() =>
        Gen.Int[1, 2000].SelectMany(newer => Gen.Int[0, newer], (newer, older) => (older, newer)).Sample(t => CheckConsistency(t.older, t.newer), iter: 300);

    [Fact]
    public void Plan_OfHugeTrees_NeedsFewNodesInsideTheTree() =>
        Gen.Long[1, 1L << 62].SelectMany(size => Gen.Long[0, size - 1], (size, index) => (size, index)).Sample(t =>
        {
            foreach (var plan in new[] { ProofPlan.Inclusion(t.index, t.size), ProofPlan.Consistency(t.index, t.size), ProofPlan.Root(t.size) })
            {
                Assert.True(plan.Nodes.Count <= 126);
                Assert.Equal(plan.Nodes.Count, plan.Nodes.Distinct().Count());
                Assert.All(plan.Nodes, node => Assert.True((node.Index + 1) << node.Level <= t.size));
            }
        });

    [Fact]
    public void Subtrees_OfAnyRange_CoverItLeftToRightAndAppendToItsBeginning() =>
        Gen.Int[0, 3000].SelectMany(to => Gen.Int[0, to], (to, from) => (from, to)).Sample(
            t =>
            {
                var range = new CompactRange();
                for (var i = 0; i < t.from; i++) range.Append(Leaves[i]);
                foreach (var node in ProofPlan.Subtrees(t.from, t.to))
                {
                    Assert.Equal(range.Size, node.Index << node.Level);
                    range.AppendSubtree(node.Level, NaiveTree.Root(Leaves.AsSpan((int)range.Size, 1 << node.Level)));
                }

                Assert.Equal(t.to, range.Size);
                Assert.Equal(NaiveTree.Root(Leaves.AsSpan(0, t.to)), range.Root);
            },
            iter: 200);

    [Fact]
    public void Range_SavedAndRestored_CanBeAppendedTo() =>
        Gen.Int[0, 2000].Sample(size =>
        {
            var range = new CompactRange();
            for (var i = 0; i < size; i++) range.Append(Leaves[i]);
            foreach (var restored in new[] { CompactRange.Parse(size, range.ToBytes()), CompactRange.From(size, [.. range.Hashes]) })
            {
                restored.Append(Leaves[size]);
                Assert.Equal(NaiveTree.Root(Leaves.AsSpan(0, size + 1)), restored.Root);
            }
        }, iter: 100);

    [Fact]
    public void Append_ReturnsTheLargestSubtreeThatTheLeafCompletes()
    {
        var range = new CompactRange();
        for (var i = 0; i < 200; i++)
        {
            var completed = new List<(NodeId Id, MerkleHash Hash)>();
            var largest = range.Append(Leaves[i], completed);
            Assert.Equal(BitOperations.TrailingZeroCount(i + 1), completed.Count);
            Assert.Equal(completed.Count == 0 ? Leaves[i] : completed[^1].Hash, largest);
            foreach (var (id, hash) in completed)
                Assert.Equal(NaiveTree.Root(Leaves.AsSpan((int)id.Index << id.Level, 1 << id.Level)), hash);
        }
    }

    [Fact]
    public void Refusals_SayWhatIsWrong()
    {
        Assert.Contains("has 2 hashes, not 1", Assert.Throws<ArgumentException>(() => CompactRange.From(3, [Leaves[0]])).Message);
        Assert.Contains("not a multiple", Assert.Throws<ArgumentException>(() => CompactRange.Parse(1, new byte[31])).Message);
        Assert.Contains("cannot follow 1 leaves", Assert.Throws<ArgumentException>(() => CompactRange.From(1, [Leaves[0]]).AppendSubtree(1, Leaves[0])).Message);
        Assert.Contains("none with index 4", Assert.Throws<ArgumentOutOfRangeException>(() => ProofPlan.Inclusion(4, 4)).Message);
        Assert.Contains("cannot be the beginning", Assert.Throws<ArgumentOutOfRangeException>(() => ProofPlan.Consistency(5, 4)).Message);
        Assert.Contains("is missing", Assert.Throws<ArgumentException>(() => ProofPlan.Inclusion(0, 2).Resolve(new Dictionary<NodeId, MerkleHash>())).Message);
        Assert.Contains("not 31", Assert.Throws<ArgumentException>(() => MerkleHash.From(new byte[31])).Message);
        Assert.Throws<FormatException>(() => MerkleHash.ParseBase64("AAAA"));
    }

    private static void CheckInclusion(int index, int size)
    {
        var path = Stored.Resolve(ProofPlan.Inclusion(index, size));
        Assert.Equal(NaiveTree.Path(index, Leaves.AsSpan(0, size)), path);
        Assert.True(MerkleProof.VerifyInclusion(index, size, Leaves[index], path, NaiveTree.Root(Leaves.AsSpan(0, size))));
    }

    private static void CheckConsistency(int older, int newer)
    {
        var path = Stored.Resolve(ProofPlan.Consistency(older, newer));
        Assert.Equal(older == 0 || older == newer ? [] : NaiveTree.Proof(older, Leaves.AsSpan(0, newer)), path);
        Assert.True(MerkleProof.VerifyConsistency(older, newer, NaiveTree.Root(Leaves.AsSpan(0, older)), NaiveTree.Root(Leaves.AsSpan(0, newer)), path));
    }
}
