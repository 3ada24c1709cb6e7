using System.Numerics;

namespace Dashboard.Ledger;

/// <summary>Verifies proofs as in RFC 9162. Returns true or false for any input; never throws.</summary>
public static class MerkleProof
{
    /// <summary>Whether the path proves that the leaf is at this index of the tree with this size and root (section 2.1.3.2).</summary>
    public static bool VerifyInclusion(long index, long size, in MerkleHash leaf, IReadOnlyList<MerkleHash> path, in MerkleHash root)
    {
        if (path is null || index < 0 || index >= size) return false;
        var (position, last) = (index, size - 1);
        var hash = leaf;
        foreach (var sibling in path)
        {
            if (last == 0) return false;
            if ((position & 1) == 1 || position == last)
            {
                hash = MerkleHash.Node(sibling, hash);
                Ascend(ref position, ref last);
            }
            else
            {
                hash = MerkleHash.Node(hash, sibling);
            }

            position >>= 1;
            last >>= 1;
        }

        return last == 0 && hash == root;
    }

    /// <summary>
    /// Whether the path proves that the older tree is the beginning of the newer one (section 2.1.4.2). If the older tree is empty or both are
    /// equal, no proof is needed and the path must be empty.
    /// </summary>
    public static bool VerifyConsistency(long older, long newer, in MerkleHash olderRoot, in MerkleHash newerRoot, IReadOnlyList<MerkleHash> path)
    {
        if (path is null || older < 0 || older > newer) return false;
        if (older == newer) return path.Count == 0 && olderRoot == newerRoot && (older > 0 || olderRoot == MerkleHash.Empty);
        if (older == 0) return path.Count == 0 && olderRoot == MerkleHash.Empty;
        if (path.Count == 0) return false;

        var (position, last) = (older - 1, newer - 1);
        var shared = BitOperations.TrailingZeroCount(~position);
        position >>= shared;
        last >>= shared;

        // A perfect older tree is a subtree of the newer one: its root is the start of the path and is not part of the proof.
        var isPerfect = BitOperations.IsPow2(older);
        var ours = isPerfect ? olderRoot : path[0];
        var theirs = ours;
        for (var i = isPerfect ? 0 : 1; i < path.Count; i++)
        {
            if (last == 0) return false;
            if ((position & 1) == 1 || position == last)
            {
                ours = MerkleHash.Node(path[i], ours);
                theirs = MerkleHash.Node(path[i], theirs);
                Ascend(ref position, ref last);
            }
            else
            {
                theirs = MerkleHash.Node(theirs, path[i]);
            }

            position >>= 1;
            last >>= 1;
        }

        return last == 0 && ours == olderRoot && theirs == newerRoot;
    }

    /// <summary>On the right edge, levels without a sibling are skipped.</summary>
    private static void Ascend(ref long position, ref long last)
    {
        while ((position & 1) == 0 && position != 0)
        {
            position >>= 1;
            last >>= 1;
        }
    }
}
