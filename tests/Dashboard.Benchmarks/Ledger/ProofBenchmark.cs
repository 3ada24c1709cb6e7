using System.Diagnostics;
using System.Text;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Sqlite;
using Dashboard.Testing;
using Microsoft.Data.Sqlite;

namespace Dashboard.Benchmarks.Ledger;

/// <summary>
/// The inclusion proof of one entry in a large stored log: time and rows read. For comparison, the physical limit: the same rows read with bare
/// prepared statements.
/// </summary>
internal static class ProofBenchmark
{
    private const int Proofs = 500;

    public static async Task RunAsync(long entries, CancellationToken cancellationToken)
    {
        using var database = new SqliteTestDatabase();
        Console.WriteLine($"Storing a log of {entries:N0} entries …");
        var (root, leaves) = Fill(database, entries);
        var random = new Random(20260101);
        var (proofs, bare) = (new List<TimeSpan>(Proofs), new List<TimeSpan>(Proofs));
        var most = 0;
        for (var turn = -50; turn < Proofs; turn++)
        {
            var sequence = random.NextInt64(entries);
            var plan = ProofPlan.Inclusion(sequence, entries);
            most = Math.Max(most, plan.Nodes.Count);
            var start = Stopwatch.GetTimestamp();
            IReadOnlyList<MerkleHash> path;
            await using (var context = SqliteDatabase.Open(database.ConnectionString))
                path = await context.ProveAsync(plan, cancellationToken);
            var proved = Stopwatch.GetElapsedTime(start);
            if (!MerkleProof.VerifyInclusion(sequence, entries, leaves(sequence), path, root))
                throw new InvalidOperationException($"The proof of entry {sequence} is wrong.");
            start = Stopwatch.GetTimestamp();
            Read(database, plan);
            var read = Stopwatch.GetElapsedTime(start);
            if (turn < 0)
                continue;
            proofs.Add(proved);
            bare.Add(read);
        }

        Console.WriteLine($"Inclusion proofs of random entries in a log of {entries:N0}, in ms over {Proofs}; at most {most} rows read");
        Console.WriteLine($"{"",-28}{"p50",9}{"p95",8}");
        Console.WriteLine($"{"proof",-28}  {Percentiles.Of(proofs)}");
        Console.WriteLine($"{"the same rows, bare",-28}  {Percentiles.Of(bare)}");
    }

    /// <summary>Writes the same entries and tree as appending one by one, but without a transaction for each.</summary>
    private static (MerkleHash Root, Func<long, MerkleHash> Leaf) Fill(SqliteTestDatabase database, long entries)
    {
        using var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var entry = connection.CreateCommand();
        entry.CommandText = """
            INSERT INTO LedgerEntries (Sequence, Time, ActorSubject, ActorName, Action, SubjectKind, SubjectId, Sentence, Content, Hash, Position)
            VALUES ($sequence, '2026-01-01 00:00:00.000Z', 'lead-1', 'Dana Reyes', 'wave.revised', 'wave', '1', 'Dana Reyes revised a wave.', $content, $hash, $position)
            """;
        var (sequence, content, hash, position) =
            (entry.Parameters.Add("$sequence", SqliteType.Integer), entry.Parameters.Add("$content", SqliteType.Blob), entry.Parameters.Add("$hash", SqliteType.Blob), entry.Parameters.Add("$position", SqliteType.Integer));
        using var node = connection.CreateCommand();
        node.CommandText = "INSERT INTO LedgerNodes (Number, Hash) VALUES ($number, $hash)";
        var (number, nodeHash) = (node.Parameters.Add("$number", SqliteType.Integer), node.Parameters.Add("$hash", SqliteType.Blob));
        var range = new CompactRange();
        var completed = new List<(NodeId Id, MerkleHash Hash)>();
        for (var written = 0L; written < entries; written++)
        {
            var bytes = ContentOf(written);
            var leaf = MerkleHash.Leaf(bytes);
            (sequence.Value, content.Value, hash.Value, position.Value) = (written, bytes, leaf.ToArray(), written * 64);
            entry.ExecuteNonQuery();
            completed.Clear();
            range.Append(leaf, completed);
            foreach (var (id, inner) in completed)
            {
                (number.Value, nodeHash.Value) = (LedgerNode.NumberOf(id), inner.ToArray());
                node.ExecuteNonQuery();
            }
        }

        transaction.Commit();
        return (range.Root, written => MerkleHash.Leaf(ContentOf(written)));
    }

    private static byte[] ContentOf(long sequence) => Encoding.UTF8.GetBytes($$"""{"sequence":{{sequence}}}""");

    private static void Read(SqliteTestDatabase database, ProofPlan plan)
    {
        using var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        using var leaf = connection.CreateCommand();
        leaf.CommandText = "SELECT Hash FROM LedgerEntries WHERE Sequence = $id";
        using var node = connection.CreateCommand();
        node.CommandText = "SELECT Hash FROM LedgerNodes WHERE Number = $id";
        var (leafId, nodeId) = (leaf.Parameters.Add("$id", SqliteType.Integer), node.Parameters.Add("$id", SqliteType.Integer));
        foreach (var id in plan.Nodes)
        {
            (id.Level == 0 ? leafId : nodeId).Value = id.Level == 0 ? id.Index : LedgerNode.NumberOf(id);
            _ = (id.Level == 0 ? leaf : node).ExecuteScalar();
        }
    }
}
