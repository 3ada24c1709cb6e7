using System.Text.Json;

namespace Dashboard.Ledger;

/// <summary>
/// The lines of a journal: one JSON value each, ended by a line feed. An entry is an object, a checkpoint is a string, and the frame of a
/// partial export is an array. The format is described in this project's README.md.
/// </summary>
public static class JournalLines
{
    /// <summary>Maximum length of a line in bytes, without its line feed: fits the largest entry, and a checkpoint with many signatures.</summary>
    public const int LongestBytes = 128 * 1024;

    /// <summary>An entry's line. Without its line feed it is the leaf.</summary>
    public static byte[] Entry(ReadOnlySpan<byte> leaf) => [.. leaf, (byte)'\n'];

    /// <summary>A checkpoint's line. It follows directly after the last entry that the checkpoint covers.</summary>
    public static byte[] Checkpoint(string note) => Line(writer => writer.Text(note));

    /// <summary>First line of a partial export: the hashes of everything before the entry <paramref name="range"/>.Size.</summary>
    public static byte[] Before(CompactRange range) => Frame("before", range.Size, range.Hashes);

    /// <summary>A key of the ledger, for a partial export: the entry that announced it may not be exported.</summary>
    public static byte[] Key(NoteKey key) => Line(writer =>
    {
        writer.Open('[');
        writer.Next();
        writer.Text("key");
        writer.Next();
        writer.Text(key.ToString());
        writer.Close(']');
    });

    /// <summary>
    /// The hashes of everything after the last exported entry: those of <see cref="ProofPlan.Subtrees"/>(to, size). The checkpoint of that size
    /// follows as the last line.
    /// </summary>
    public static byte[] After(long to, IReadOnlyList<MerkleHash> hashes) => Frame("after", to, hashes);

    /// <summary>The signed note in a checkpoint's line.</summary>
    internal static string ReadCheckpoint(ReadOnlySpan<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line.ToArray());
            return document.RootElement.GetString()!;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            throw new NoteFormatException("The line is not a JSON string.", unreadable);
        }
    }

    /// <summary>A frame's word, number and texts; null when the line is not a frame.</summary>
    internal static (string Word, long Number, string[] Texts)? ReadFrame(ReadOnlySpan<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line.ToArray());
            var items = document.RootElement.EnumerateArray().ToArray();
            var number = -1L;
            var hasNumber = items.Length > 1 && items[1].ValueKind is JsonValueKind.Number && items[1].TryGetInt64(out number);
            return items.Length == 0 || (hasNumber && number < 0) ? null : (items[0].GetString()!, number, [.. items.Skip(hasNumber ? 2 : 1).Select(item => item.GetString()!)]);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static byte[] Frame(string word, long number, IEnumerable<MerkleHash> hashes) => Line(writer =>
    {
        writer.Open('[');
        writer.Next();
        writer.Text(word);
        writer.Next();
        writer.Literal(number.ToString());
        foreach (var hash in hashes)
        {
            writer.Next();
            writer.Text(hash.ToBase64());
        }

        writer.Close(']');
    });

    private static byte[] Line(Action<CanonicalWriter> write)
    {
        var writer = new CanonicalWriter();
        write(writer);
        writer.Literal("\n"u8);
        return writer.ToArray();
    }
}
