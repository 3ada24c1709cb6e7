using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dashboard.Core.Ledger;

/// <summary>Values as an entry's details hold them: exact, and never so many or so long that the entry outgrows its largest size.</summary>
public static class LedgerDetails
{
    /// <summary>The largest integer up to which a JSON number, which is a double, is exact.</summary>
    private const long LargestExact = (1L << 53) - 1;

    /// <summary>Escapes what canonical JSON escapes and a little more: the length it gives is never too small.</summary>
    private static readonly JsonSerializerOptions Measured = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A number where JSON keeps it exactly, else its decimal digits as text.</summary>
    public static JsonValue Number(long value) => value is >= -LargestExact and <= LargestExact
        ? JsonValue.Create(value)
        : JsonValue.Create(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>UTC to the second.</summary>
    public static JsonValue Time(DateTimeOffset time) =>
        JsonValue.Create(time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    /// <summary>
    /// Text from outside, cut after so many characters. Half a character, which an entry cannot say, becomes the replacement character.
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

    /// <summary>The first items, at most so many and so many bytes of JSON; say beside it how many there are.</summary>
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
