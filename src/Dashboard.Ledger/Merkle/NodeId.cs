namespace Dashboard.Ledger;

/// <summary>The position of a perfect subtree: it covers the leaves [Index &lt;&lt; Level, (Index + 1) &lt;&lt; Level). Level 0 is a leaf.</summary>
public readonly record struct NodeId(int Level, long Index);
