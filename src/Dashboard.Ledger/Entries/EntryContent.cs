using System.Globalization;
using System.Text.Json.Nodes;

namespace Dashboard.Ledger;

/// <summary>
/// One ledger entry. Its leaf in the Merkle tree is exactly <see cref="ToBytes"/>: one object of canonical JSON (RFC 8785). Optional members
/// are omitted, never null.
/// </summary>
/// <param name="Sequence">Position in the ledger, from 0.</param>
/// <param name="Time">When it was written; stored in UTC, truncated to milliseconds.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Action">What was done, such as <c>member.suspended</c>.</param>
/// <param name="Subject">The object of the action.</param>
/// <param name="Related">Other objects that the entry concerns.</param>
/// <param name="Sentence">A sentence for readers that describes the action.</param>
/// <param name="Changes">Changed fields with their values before and after.</param>
/// <param name="Details">Any other data about the action.</param>
/// <param name="Previous">Leaf hash of the previous entry; null only for entry 0. It lets a verifier name the first invalid entry exactly.</param>
public sealed record EntryContent(
    long Sequence,
    DateTimeOffset Time,
    LedgerActor Actor,
    string Action,
    LedgerSubject Subject,
    IReadOnlyList<LedgerSubject> Related,
    string Sentence,
    IReadOnlyList<FieldChange> Changes,
    JsonObject? Details,
    MerkleHash? Previous)
{
    /// <summary>Maximum size of an entry, in bytes.</summary>
    public const int LargestBytes = 64 * 1024;

    internal const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>When it was written: UTC, whole milliseconds.</summary>
    public DateTimeOffset Time { get; init; } = new(Time.UtcTicks - (Time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    /// <summary>Reads an entry. Accepts only the bytes that <see cref="ToBytes"/> would write.</summary>
    /// <exception cref="EntryFormatException">The message says what is wrong.</exception>
    public static EntryContent Parse(ReadOnlyMemory<byte> bytes) => EntryReader.Read(bytes);

    /// <summary>The leaf: canonical JSON in UTF-8, without a line feed.</summary>
    /// <exception cref="EntryFormatException">The entry is too large, has no previous hash, or has a value that JSON cannot represent.</exception>
    public byte[] ToBytes()
    {
        if (Sequence < 0) throw new EntryFormatException($"Entries are numbered from 0, so {Sequence} is not valid.");
        if (Sequence == 0 && Previous is not null) throw new EntryFormatException("Entry 0 has no entry before it, but names a previous hash.");
        if (Sequence > 0 && Previous is null) throw new EntryFormatException($"Entry {Sequence} does not name the hash of the entry before it.");
        var writer = new CanonicalWriter();
        try
        {
            Write(writer);
        }
        catch (CanonicalJsonException refused)
        {
            throw new EntryFormatException($"Entry {Sequence} ({Action}) cannot be written. {refused.Message}", refused);
        }

        var bytes = writer.ToArray();
        return bytes.Length <= LargestBytes
            ? bytes
            : throw new EntryFormatException($"Entry {Sequence} ({Action}) has {bytes.Length:N0} bytes; the maximum is {LargestBytes:N0}. Refer to a file or a batch instead of listing its content.");
    }

    // Canonical JSON requires the members in the order of their names.
    private void Write(CanonicalWriter writer)
    {
        writer.Open('{');
        writer.Member("action", Action);
        writer.Name("actor");
        WriteActor(writer);
        if (Changes.Count > 0)
        {
            writer.Name("changes");
            WriteList(writer, Changes, WriteChange);
        }

        if (Details is not null)
        {
            writer.Name("details");
            CanonicalJson.WriteGuarded(writer, Details);
        }

        writer.Member("previous", Previous?.ToBase64());
        if (Related.Count > 0)
        {
            writer.Name("related");
            WriteList(writer, Related, WriteSubject);
        }

        writer.Member("sentence", Sentence);
        writer.Name("sequence");
        writer.Literal(Sequence.ToString(CultureInfo.InvariantCulture));
        writer.Name("subject");
        WriteSubject(writer, Subject);
        writer.Member("time", Time.ToString(TimeFormat, CultureInfo.InvariantCulture));
        writer.Close('}');
    }

    private void WriteActor(CanonicalWriter writer)
    {
        writer.Open('{');
        writer.Member("country", Actor.Country);
        writer.Member("name", Actor.Name);
        writer.Member("role", Actor.Role);
        writer.Member("subject", Actor.Subject);
        writer.Member("unit", Actor.Unit);
        writer.Close('}');
    }

    private static void WriteChange(CanonicalWriter writer, FieldChange change)
    {
        writer.Open('{');
        writer.Member("field", change.Field);
        writer.Member("from", change.From);
        writer.Member("to", change.To);
        writer.Close('}');
    }

    private static void WriteSubject(CanonicalWriter writer, LedgerSubject subject)
    {
        writer.Open('{');
        writer.Member("id", subject.Id);
        writer.Member("kind", subject.Kind);
        writer.Member("name", subject.Name);
        writer.Close('}');
    }

    private static void WriteList<T>(CanonicalWriter writer, IReadOnlyList<T> items, Action<CanonicalWriter, T> write)
    {
        writer.Open('[');
        foreach (var item in items)
        {
            writer.Next();
            write(writer, item);
        }

        writer.Close(']');
    }
}
