using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dashboard.Ledger;

/// <summary>Reads entries and explains what is wrong with invalid ones.</summary>
internal static class EntryReader
{
    private static readonly string[] Members = ["action", "actor", "changes", "details", "previous", "related", "sentence", "sequence", "subject", "time"];

    public static EntryContent Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > EntryContent.LargestBytes)
            throw new EntryFormatException($"The entry has {bytes.Length:N0} bytes; the maximum is {EntryContent.LargestBytes:N0}.");
        var content = ReadContent(bytes);
        return content.ToBytes().AsSpan().SequenceEqual(bytes.Span)
            ? content
            : throw new EntryFormatException($"Entry {content.Sequence} is not canonical JSON (RFC 8785): its bytes differ from the canonical form of its content.");
    }

    /// <summary>Reads the time of an entry: UTC, milliseconds, Z.</summary>
    public static bool TryParseTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, EntryContent.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);

    private static EntryContent ReadContent(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new() { MaxDepth = CanonicalJson.Deepest });
            return ReadEntry(Object(document.RootElement, "The entry", Members));
        }
        catch (JsonException unreadable)
        {
            throw new EntryFormatException("The entry is not JSON.", unreadable);
        }
        catch (InvalidOperationException unreadable)
        {
            throw new EntryFormatException("A string in the entry is not valid UTF-8.", unreadable);
        }
    }

    private static EntryContent ReadEntry(JsonElement entry) => new(
        Sequence(Required(entry, "sequence")),
        Time(Text(entry, "time")),
        Actor(Required(entry, "actor")),
        Text(entry, "action"),
        Subject(Required(entry, "subject")),
        List(entry, "related", Subject),
        Text(entry, "sentence"),
        List(entry, "changes", Change),
        entry.TryGetProperty("details", out var details) ? JsonObject.Create(Object(details, "details").Clone()) : null,
        OptionalText(entry, "previous") is { } previous ? Hash(previous) : null);

    private static LedgerActor Actor(JsonElement element)
    {
        var actor = Object(element, "actor", "country", "name", "role", "subject", "unit");
        return new(Text(actor, "subject"), Text(actor, "name"), OptionalText(actor, "role"), OptionalText(actor, "unit"), OptionalText(actor, "country"));
    }

    private static LedgerSubject Subject(JsonElement element)
    {
        var subject = Object(element, "subject", "id", "kind", "name");
        return new(Text(subject, "kind"), Text(subject, "id"), OptionalText(subject, "name"));
    }

    private static FieldChange Change(JsonElement element)
    {
        var change = Object(element, "change", "field", "from", "to");
        return new(Text(change, "field"), OptionalText(change, "from"), OptionalText(change, "to"));
    }

    private static List<T> List<T>(JsonElement entry, string name, Func<JsonElement, T> read)
    {
        if (!entry.TryGetProperty(name, out var list)) return [];
        return list.ValueKind is JsonValueKind.Array ? [.. list.EnumerateArray().Select(read)] : throw new EntryFormatException($"The member \"{name}\" is not a list.");
    }

    private static long Sequence(JsonElement element) =>
        element.ValueKind is JsonValueKind.Number && element.TryGetInt64(out var sequence) && sequence >= 0
            ? sequence
            : throw new EntryFormatException("The member \"sequence\" is not a whole number of 0 or more.");

    private static DateTimeOffset Time(string text) =>
        TryParseTime(text, out var time) ? time : throw new EntryFormatException($"The time \"{text}\" is not in the form 2026-11-24T03:17:59.123Z.");

    private static MerkleHash Hash(string text) =>
        MerkleHash.TryParseBase64(text, out var hash) ? hash : throw new EntryFormatException("The member \"previous\" is not the base64 of a hash.");

    private static JsonElement Required(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var element) ? element : throw new EntryFormatException($"The member \"{name}\" is missing.");

    private static string Text(JsonElement parent, string name) => String(Required(parent, name), name);

    private static string? OptionalText(JsonElement parent, string name) => parent.TryGetProperty(name, out var element) ? String(element, name) : null;

    private static string String(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.String ? element.GetString()! : throw new EntryFormatException($"The member \"{name}\" is not a string.");

    private static JsonElement Object(JsonElement element, string what, params string[] members)
    {
        if (element.ValueKind is not JsonValueKind.Object) throw new EntryFormatException($"{what} is not a JSON object.");
        if (members.Length > 0 && element.EnumerateObject().FirstOrDefault(member => !members.Contains(member.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
            throw new EntryFormatException($"The member \"{unknown.Name}\" does not belong to {what.ToLowerInvariant()}.");
        return element;
    }
}
