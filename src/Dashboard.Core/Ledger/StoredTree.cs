using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Ledger;

/// <summary>Builds proofs from the stored hashes. Each proof reads about as many rows as the tree has levels.</summary>
public static class StoredTree
{
    /// <summary>The hashes that a proof consists of, in the order of RFC 9162.</summary>
    public static async Task<IReadOnlyList<MerkleHash>> ProveAsync(this DashboardContext context, ProofPlan plan, CancellationToken cancellationToken) =>
        plan.Resolve(await context.HashesAsync(plan.Nodes, cancellationToken));

    /// <summary>The hashes of these subtrees, as stored.</summary>
    public static async Task<IReadOnlyDictionary<NodeId, MerkleHash>> HashesAsync(
        this DashboardContext context, IReadOnlyCollection<NodeId> nodes, CancellationToken cancellationToken)
    {
        var leaves = nodes.Where(node => node.Level == 0).Select(node => node.Index).ToArray();
        var inner = nodes.Where(node => node.Level > 0).Select(LedgerNode.NumberOf).ToArray();
        var hashes = new Dictionary<long, byte[]>();
        if (leaves.Length > 0)
        {
            foreach (var leaf in await Leaves(context, leaves).ToListAsync(cancellationToken))
                hashes.Add(LedgerNode.NumberOf(new(0, leaf.Number)), leaf.Hash);
        }

        if (inner.Length > 0)
        {
            foreach (var node in await Rows(context, inner).ToListAsync(cancellationToken))
                hashes.Add(node.Number, node.Hash);
        }

        return nodes.Distinct().Where(node => hashes.ContainsKey(LedgerNode.NumberOf(node)))
            .ToDictionary(node => node, node => MerkleHash.From(hashes[LedgerNode.NumberOf(node)]));
    }

    internal static IQueryable<StoredHash> Leaves(DashboardContext context, long[] sequences) => context.LedgerEntries
        .Where(entry => sequences.Contains(entry.Sequence)).Select(entry => new StoredHash(entry.Sequence, entry.Hash));

    internal static IQueryable<LedgerNode> Rows(DashboardContext context, long[] numbers) =>
        context.LedgerNodes.AsNoTracking().Where(node => numbers.Contains(node.Number));

    internal sealed record StoredHash(long Number, byte[] Hash);
}
