using System.Text;
using System.Text.Json;
using Dashboard.Formats.Reading;

namespace Dashboard.Formats;

/// <summary>
/// Bucket listings of Oracle Object Storage: the REST API's JSON (camelCase) or the CLI's (kebab-case, under <c>data</c>); a list, a single bucket, or
/// <c>{"items": […]}</c>. Sizes are present only if requested (<c>fields=approximateSize,approximateCount</c>), and can still be null.
/// </summary>
public static class OracleBucketListing
{
    private const int MaxTextLength = 256;

    /// <summary>Reads the buckets of a listing as it streams in. The line of a row or rejection is the bucket's 1-based position in the list.</summary>
    /// <exception cref="UnreadableFileException">Thrown during enumeration, when the whole file cannot be read.</exception>
    public static IEnumerable<Parsed<BucketRow>> Read(InputFile file, ReaderOptions options, CancellationToken cancellation)
    {
        using var list = new JsonList(Utf8Input.Open(file, options));
        var position = 0L;
        while (list.Next() is { } document)
        {
            using var _ = document;
            cancellation.ThrowIfCancellationRequested();
            yield return new Bucket(document.RootElement, file.BaseName, ++position, options).Parse();
        }
    }

    /// <summary>True when the JSON has the shape of a listing that is empty or starts with a bucket. Consumes the input.</summary>
    internal static bool IsListing(Utf8Input input)
    {
        using var list = new JsonList(input);
        using var first = list.Next();
        var text = first?.RootElement.GetRawText();
        return text is null || text.Contains("\"ocid1.bucket.", StringComparison.Ordinal) || text.Contains("\"namespace\"", StringComparison.Ordinal);
    }

    /// <summary>One element of the list. Its first error rejects it.</summary>
    private sealed class Bucket(JsonElement element, string file, long position, ReaderOptions options)
    {
        private readonly Dictionary<string, JsonElement> _properties = new(StringComparer.OrdinalIgnoreCase);
        private RowRejection? _rejection;

        public Parsed<BucketRow> Parse()
        {
            try
            {
                return element.ValueKind == JsonValueKind.Object ? ParseObject() : RejectElement("is not a JSON object");
            }
            catch (InvalidOperationException)
            {
                // JsonElement throws this for a lone surrogate escape such as \ud800.
                return RejectElement("has a \\u escape that is only half a character (a lone surrogate)");
            }
        }

        private Parsed<BucketRow> ParseObject()
        {
            // The CLI's approximate-size is the API's approximateSize.
            foreach (var property in element.EnumerateObject()) _properties[property.Name.Replace("-", "", StringComparison.Ordinal)] = property.Value;
            var ocid = Text("id");
            var row = new BucketRow(
                position, ocid, Text("name"), Text("namespace"), RegionKey(ocid), Whole("approximateSize"), Whole("approximateCount"),
                Created(), Optional("storageTier"), Tags());
            return _rejection is null ? new(row) : new(_rejection);
        }

        private Parsed<BucketRow> RejectElement(string reason) => new(new RowRejection(file, position, "", VisibleText.Of(element.GetRawText()), reason));

        private string Text(string name)
        {
            var text = Optional(name);
            if (string.IsNullOrWhiteSpace(text)) Reject(name, "", "is empty, but required");
            else if (text.Length > MaxTextLength) Reject(name, text, $"is longer than {MaxTextLength} characters");
            return text ?? "";
        }

        private string? Optional(string name)
        {
            if (!_properties.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
            if (value.ValueKind == JsonValueKind.String) return value.GetString();
            Reject(name, value.GetRawText(), "is not text");
            return null;
        }

        // ocid1.<type>.<realm>.<region>.<unique>: Oracle, "Resource identifiers".
        private string RegionKey(string ocid)
        {
            var parts = ocid.Split('.');
            if (parts.Length >= 5 && parts[0] == "ocid1" && parts[1] == "bucket" && parts[3].Length > 0) return parts[3].ToLowerInvariant();
            Reject("id", ocid, "is not a bucket's OCID with a region (ocid1.bucket.realm.region.unique)");
            return "";
        }

        private long? Whole(string name)
        {
            if (!_properties.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
            if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var whole) && whole >= 0) return whole;
            var raw = value.GetRawText();
            Reject(name, raw, value.ValueKind == JsonValueKind.Number ? Numbers.WhyNotWhole(Encoding.UTF8.GetBytes(raw)) : "is not a whole number");
            return null;
        }

        private DateTimeOffset? Created()
        {
            var text = Optional("timeCreated");
            if (string.IsNullOrEmpty(text)) return null;
            if (!Timestamps.TryMoment(Encoding.UTF8.GetBytes(text), out var moment)) Reject("timeCreated", text, "is not a time (RFC 3339)");
            else if (moment > options.Now + options.ClockSkew) Reject("timeCreated", text, "is in the future");
            return moment;
        }

        private Dictionary<string, string> Tags()
        {
            if (!_properties.TryGetValue("freeformTags", out var tags) || tags.ValueKind != JsonValueKind.Object) return [];
            return tags.EnumerateObject()
                .Where(tag => tag.Value.ValueKind == JsonValueKind.String)
                .GroupBy(tag => tag.Name)
                .ToDictionary(same => same.Key, same => same.Last().Value.GetString()!);
        }

        private void Reject(string column, string value, string reason) =>
            _rejection ??= new RowRejection(file, position, column, VisibleText.Of(value), reason);
    }
}
