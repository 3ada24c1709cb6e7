using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Ledger;

/// <summary>Someone with the database's password and all our code. Rewrites the whole log so that it is consistent again.</summary>
internal static class Forger
{
    /// <summary>Changes the entries, recalculates their chain, tree, head and checkpoints, and signs the checkpoints with these keys.</summary>
    /// <param name="bench">The ledger.</param>
    /// <param name="keys">Sign the new checkpoints.</param>
    /// <param name="change">Returns the new content of an entry.</param>
    public static async Task RewriteAsync(this LedgerBench bench, LedgerKeys keys, Func<EntryContent, EntryContent> change)
    {
        var entries = (await bench.EntriesAsync()).ConvertAll(entry => change(EntryContent.Parse(entry.Content)));
        await bench.TamperAsync("DELETE FROM LedgerEntries; DELETE FROM LedgerNodes");
        await using var context = bench.Database.CreateDbContext();
        var sizes = await context.LedgerCheckpoints.ToDictionaryAsync(checkpoint => checkpoint.Size, TestContext.Current.CancellationToken);
        context.RemoveRange(sizes.Values);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        context.ChangeTracker.Clear();

        var head = await context.LedgerHead.SingleAsync(TestContext.Current.CancellationToken);
        var range = new CompactRange();
        var completed = new List<(NodeId Id, MerkleHash Hash)>();
        var (last, position) = ((MerkleHash?)null, 0L);
        foreach (var entry in entries)
        {
            var content = entry with { Previous = last };
            var bytes = content.ToBytes();
            last = MerkleHash.Leaf(bytes);
            context.Add(LedgerEntry.Of(content, bytes, last.Value, position));
            range.Append(last.Value, completed);
            position += bytes.Length + 1;
            if (!sizes.TryGetValue(range.Size, out var known))
                continue;
            var checkpoint = new Checkpoint(keys.Origin, range.Size, range.Root);
            var row = LedgerCheckpoint.Of(checkpoint, keys.Sign(checkpoint), keys.Signer.Key, position, known.SignedAt);
            context.Add(row);
            position += row.ToLine().Length;
        }

        context.AddRange(completed.Select(node => LedgerNode.Of(node.Id, node.Hash)));
        head.Advance(range, last!.Value, position);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Entry 0 as if the log had begun with this key. Other entries do not change.</summary>
    public static EntryContent BegunUnder(this EntryContent entry, LedgerKeys keys) => entry.Sequence > 0 ? entry : entry with
    {
        Sentence = $"The dashboard began the ledger {keys.Origin} with the key {keys.Signer.Key.IdText}.",
        Details = KeyEntries.BegunDetails(keys.Signer.Key, keys.Origin),
    };

    /// <summary>The entry with this text in its sentence replaced.</summary>
    public static EntryContent WithText(this EntryContent entry, string original, string replacement) => entry with
    {
        Sentence = entry.Sentence.Replace(original, replacement, StringComparison.Ordinal),
    };
}
