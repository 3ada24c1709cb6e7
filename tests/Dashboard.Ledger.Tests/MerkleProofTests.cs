using CsCheck;

namespace Dashboard.Ledger.Tests;

/// <summary>Anything but the exact proof is refused, and nothing throws.</summary>
public sealed class MerkleProofTests
{
    private static readonly MerkleHash[] Leaves = StoredTree.Leaves(300);
    private static readonly StoredTree Stored = new(Leaves);

    private static readonly Gen<(int Index, int Size)> Places = Gen.Int[2, 300].SelectMany(size => Gen.Int[0, size - 1], (size, index) => (index, size));

    [Fact]
    public void Inclusion_WithAnyBitFlipped_Fails() =>
        Gen.Select(Places, Gen.Int[0, int.MaxValue]).Sample(
            (place, bit) =>
            {
                var path = Stored.Resolve(ProofPlan.Inclusion(place.Index, place.Size)).ToList();
                var hashes = Flip([.. path, Leaves[place.Index], Root(place.Size)], bit);
                Assert.False(MerkleProof.VerifyInclusion(place.Index, place.Size, hashes[^2], hashes[..^2], hashes[^1]));
            },
            iter: 500);

    [Fact]
    public void Consistency_WithAnyBitFlipped_Fails() =>
        Gen.Select(Places, Gen.Int[0, int.MaxValue]).Sample(
            (place, bit) =>
            {
                var (older, newer) = (place.Index + 1, place.Size);
                var path = Stored.Resolve(ProofPlan.Consistency(older, newer)).ToList();
                var hashes = Flip([.. path, Root(older), Root(newer)], bit);
                Assert.False(MerkleProof.VerifyConsistency(older, newer, hashes[^2], hashes[^1], hashes[..^2]));
            },
            iter: 500);

    [Fact]
    public void Inclusion_ShorterLongerOrElsewhere_Fails() =>
        Gen.Select(Places, Places).Sample(
            (place, other) =>
            {
                var path = Stored.Resolve(ProofPlan.Inclusion(place.Index, place.Size));
                var (leaf, root) = (Leaves[place.Index], Root(place.Size));
                Assert.False(MerkleProof.VerifyInclusion(place.Index, place.Size, leaf, [.. path, root], root));
                Assert.False(MerkleProof.VerifyInclusion(place.Index, place.Size, leaf, [.. path.Skip(1)], root));
                if (other.Index != place.Index) Assert.False(MerkleProof.VerifyInclusion(other.Index, place.Size, leaf, path, root));
            },
            iter: 500);

    [Fact]
    public void Garbage_NeverThrows() =>
        Gen.Select(Gen.Long, Gen.Long, Gen.Int[0, 299].Array[0, 70]).Sample(
            (a, b, picks) =>
            {
                var path = picks.Select(pick => Leaves[pick]).ToArray();
                Assert.False(MerkleProof.VerifyInclusion(a, b, Leaves[0], path, Leaves[1]));
                Assert.False(MerkleProof.VerifyConsistency(a, b, Leaves[0], Leaves[1], path));
            },
            iter: 500);

    [Fact]
    public void EmptyAndEqualTrees_NeedNoPath()
    {
        Assert.True(MerkleProof.VerifyConsistency(0, 5, MerkleHash.Empty, Root(5), []));
        Assert.False(MerkleProof.VerifyConsistency(0, 5, Leaves[0], Root(5), []));
        Assert.True(MerkleProof.VerifyConsistency(0, 0, MerkleHash.Empty, MerkleHash.Empty, []));
        Assert.True(MerkleProof.VerifyConsistency(5, 5, Root(5), Root(5), []));
        Assert.False(MerkleProof.VerifyConsistency(5, 5, Root(5), Root(4), []));
        Assert.False(MerkleProof.VerifyConsistency(4, 5, Root(4), Root(5), []));
        Assert.False(MerkleProof.VerifyConsistency(5, 4, Root(5), Root(4), []));
        Assert.False(MerkleProof.VerifyInclusion(0, 0, Leaves[0], [], MerkleHash.Empty));
        Assert.True(MerkleProof.VerifyInclusion(0, 1, Leaves[0], [], Leaves[0]));
    }

    private static MerkleHash Root(int size) => NaiveTree.Root(Leaves.AsSpan(0, size));

    private static List<MerkleHash> Flip(List<MerkleHash> hashes, int bit)
    {
        bit %= hashes.Count * 256;
        var bytes = hashes[bit / 256].ToArray();
        bytes[bit % 256 / 8] ^= (byte)(1 << (bit % 8));
        hashes[bit / 256] = MerkleHash.From(bytes);
        return hashes;
    }
}
