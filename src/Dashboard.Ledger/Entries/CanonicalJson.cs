using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dashboard.Ledger;

/// <summary>
/// The canonical bytes of a JSON value (RFC 8785): members sorted by UTF-16 code units, numbers as in ECMAScript, only necessary escapes,
/// no white space, UTF-8.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Maximum nesting depth, in levels.</summary>
    public const int Deepest = 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Deepest };

    /// <summary>Writes a value built in code. <see langword="null"/> is the JSON null.</summary>
    /// <exception cref="CanonicalJsonException">JSON cannot represent the value exactly: a lone surrogate, NaN, a too long integer, a repeated name.</exception>
    public static byte[] Serialize(JsonNode? node)
    {
        var writer = new CanonicalWriter();
        WriteGuarded(writer, node);
        return writer.ToArray();
    }

    /// <summary>Writes a value that was parsed.</summary>
    /// <exception cref="CanonicalJsonException">JSON cannot represent the value exactly.</exception>
    public static byte[] Serialize(JsonElement element)
    {
        var writer = new CanonicalWriter();
        Guard(() => Write(writer, element, 1));
        return writer.ToArray();
    }

    /// <summary>Whether these bytes are canonical JSON. False for anything else.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json.ToArray(), Options);
            return json.SequenceEqual(Serialize(document.RootElement));
        }
        catch (Exception unreadable) when (unreadable is JsonException or CanonicalJsonException)
        {
            return false;
        }
    }

    /// <summary>Writes a value as part of a larger one.</summary>
    internal static void WriteGuarded(CanonicalWriter writer, JsonNode? node) => Guard(() => Write(writer, node, 1));

    private static void Write(CanonicalWriter writer, JsonNode? node, int depth)
    {
        RefuseDepth(depth);
        switch (node)
        {
            case null:
                writer.Literal("null"u8);
                break;
            case JsonObject members:
                writer.Open('{');
                foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    writer.Name(name);
                    Write(writer, value, depth + 1);
                }

                writer.Close('}');
                break;
            case JsonArray items:
                writer.Open('[');
                foreach (var item in items)
                {
                    writer.Next();
                    Write(writer, item, depth + 1);
                }

                writer.Close(']');
                break;
            case JsonValue value when value.TryGetValue(out string? text):
                writer.Text(text);
                break;
            default:
                // Numbers, and values such as dates: serialize and parse them, so that they are checked like parsed JSON.
                using (var document = JsonDocument.Parse(node.ToJsonString(), Options)) Write(writer, document.RootElement, depth);
                break;
        }
    }

    private static void Write(CanonicalWriter writer, JsonElement element, int depth)
    {
        RefuseDepth(depth);
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = element.EnumerateObject().ToList();
                members.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
                writer.Open('{');
                string? before = null;
                foreach (var member in members)
                {
                    if (member.Name == before) throw new CanonicalJsonException($"The name \"{before}\" appears twice in one object.");
                    before = member.Name;
                    writer.Name(before);
                    Write(writer, member.Value, depth + 1);
                }

                writer.Close('}');
                break;
            case JsonValueKind.Array:
                writer.Open('[');
                foreach (var item in element.EnumerateArray())
                {
                    writer.Next();
                    Write(writer, item, depth + 1);
                }

                writer.Close(']');
                break;
            case JsonValueKind.String:
                writer.Text(element.GetString()!);
                break;
            case JsonValueKind.Number:
                writer.Literal(Number(element.GetRawText()));
                break;
            case JsonValueKind.Undefined:
                throw new CanonicalJsonException("There is no value.");
            default:
                writer.Literal(Encoding.ASCII.GetBytes(element.GetRawText()));
                break;
        }
    }

    /// <summary>
    /// RFC 8785 has only doubles. An integer that would silently change is refused: write it as a string.
    /// </summary>
    private static string Number(string literal)
    {
        var number = double.Parse(literal, NumberStyles.Float);
        var written = EcmaScriptNumber.Format(number);
        var isInteger = !literal.AsSpan().ContainsAny('.', 'e', 'E');
        return !isInteger || written == literal || Exact(written) == Exact(literal)
            ? written
            : throw new CanonicalJsonException($"The integer {literal} has more digits than a JSON number can hold; write it as a string.");
    }

    private static BigInteger Exact(string integer) => BigInteger.Parse(integer, NumberStyles.Float);

    private static void RefuseDepth(int depth)
    {
        if (depth > Deepest) throw new CanonicalJsonException($"The value is nested more than {Deepest} levels deep.");
    }

    private static void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception refused) when (refused is InvalidOperationException or ArgumentException or JsonException or NotSupportedException)
        {
            throw new CanonicalJsonException($"The value has no canonical JSON: {refused.Message}", refused);
        }
    }
}
