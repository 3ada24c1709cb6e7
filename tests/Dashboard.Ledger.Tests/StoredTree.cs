namespace Dashboard.Ledger.Tests;

/// <summary>A ledger's tree as stored in a database: the leaves, and every interior subtree once it is perfect.</summary>
internal sealed class StoredTree
{
    private readonly Dictionary<NodeId, MerkleHash> nodes = [];
    private readonly CompactRange range = new();

    public StoredTree(IEnumerable<MerkleHash> leaves)
    {
        foreach (var leaf in leaves)
        {
            nodes.Add(new(0, range.Size), leaf);
            var completed = new List<(NodeId Id, MerkleHash Hash)>();
            range.Append(leaf, completed);
            foreach (var (id, hash) in completed) nodes.Add(id, hash);
        }
    }

    public static MerkleHash[] Leaves(int count) => [.. Enumerable.Range(0, count).Select(i => MerkleHash.Leaf(BitConverter.GetBytes(i)))];

    public MerkleHash Node(NodeId id) => nodes[id];

    public IReadOnlyList<MerkleHash> Resolve(ProofPlan plan) => plan.Resolve(plan.Nodes.ToDictionary(id => id, id => nodes[id]));
}
