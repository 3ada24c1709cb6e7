using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dashboard.Core.Ledger;

/// <summary>Values for an entry's details: exact, and limited so that the entry stays within its maximum size.</summary>
public static class LedgerDetails
{
    /// <summary>Up to this integer, a JSON number (a double) is exact.</summary>
    private const long LargestExact = (1L << 53) - 1;

    /// <summary>Escapes at least what canonical JSON escapes, so the measured length is never too small.</summary>
    private static readonly JsonSerializerOptions Measured = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A number if JSON represents it exactly; otherwise its decimal digits as text.</summary>
    public static JsonValue Number(long value) => value is >= -LargestExact and <= LargestExact
        ? JsonValue.Create(value)
        : JsonValue.Create(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>UTC to the second.</summary>
    public static JsonValue Time(DateTimeOffset time) =>
        JsonValue.Create(time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    /// <summary>
    /// Text from outside, truncated to a maximum length. Unpaired surrogates, which an entry cannot contain, become the replacement
    /// character.
    /// </summary>
    public static string Text(string text, int most)
    {
        if (text.Length > most)
            text = $"{text[..(most - 1)]}…";
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune);
        return whole.ToString();
    }

    /// <summary>The first items, up to a maximum number and a maximum size of their JSON. Record the total number next to them.</summary>
    public static JsonArray First(IEnumerable<JsonNode> items, int most, int bytes)
    {
        var kept = new JsonArray();
        foreach (var item in items.Take(most))
        {
            bytes -= Encoding.UTF8.GetByteCount(item.ToJsonString(Measured)) + 1;
            if (bytes < 0)
                break;
            kept.Add(item);
        }

        return kept;
    }
}
