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

    private const string HowToExport =
        "Ask for each bucket: oci os bucket get --bucket-name NAME --fields approximateSize --fields approximateCount. The answers can follow each other in one file.";

    /// <summary>Reads the buckets of a listing as it streams in. The line of a row or rejection is the bucket's 1-based position in the list.</summary>
    /// <exception cref="UnreadableFileException">Thrown during enumeration, when the whole file cannot be read.</exception>
    public static RowStream<BucketRow> Read(InputFile file, ReaderOptions options, CancellationToken cancellation)
    {
        return new(Rows);

        IEnumerable<Parsed<BucketRow>> Rows(FileFacts facts)
        {
            using var list = new JsonList(Utf8Input.Open(file, options), facts);
            var position = 0L;
            while (list.Next() is { } element)
            {
                cancellation.ThrowIfCancellationRequested();
                var bucket = new Bucket(element, file.BaseName, ++position, options, facts).Parse();
                if (bucket.Row is { } row) facts.Covers(row.Coverage);
                yield return bucket;
            }
        }
    }

    /// <summary>Whether an object is a bucket, as the listing's commands and its REST API describe it.</summary>
    /// <exception cref="UnreadableFileException">It is a bucket's description from a command that gives no ID and no size.</exception>
    internal static bool IsBucket(JsonElement element, IEnumerable<string> properties, string file)
    {
        var names = properties.Select(name => name.Replace("-", "", StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var text = element.GetRawText();
        if (names.Contains("identifier") && names.Contains("resourceType") && text.Contains("ocid1.bucket.", StringComparison.Ordinal))
            throw new UnreadableFileException(file, null, "This is the answer of oci search resource, which gives no sizes and can miss buckets.", HowToExport);
        if (!names.Contains("namespace") || !names.Contains("name")) return text.Contains("\"ocid1.bucket.", StringComparison.Ordinal);
        return names.Contains("id")
            ? true
            : throw new UnreadableFileException(file, null, "This is the answer of oci os bucket list, which gives no IDs and no sizes.", HowToExport);
    }

    /// <summary>One element of the list. Its first error rejects it; a time of creation that is not understood counts as not given.</summary>
    private sealed class Bucket(JsonElement element, string file, long position, ReaderOptions options, FileFacts facts)
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
                Created(), Optional("storageTier"), Tags())
            {
                Coverage = $"compartment {Optional("compartmentId") ?? "not named"}, region {RegionKey(ocid)}",
            };
            return _rejection is null ? new(row) : new(_rejection with { Names = _rejection.Column == "id" || ocid.Length == 0 ? null : new("", ocid) });
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
            var raw = value.GetRawText();
            if (value.ValueKind == JsonValueKind.Number && Numbers.TryWhole(Encoding.UTF8.GetBytes(raw), out var whole)) return whole;
            Reject(name, raw, value.ValueKind == JsonValueKind.Number ? Numbers.WhyNotWhole(Encoding.UTF8.GetBytes(raw)) : "is not a whole number");
            return null;
        }

        private DateTimeOffset? Created()
        {
            var text = _properties.GetValueOrDefault("timeCreated") is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } created ? created.ToString() : null;
            if (string.IsNullOrEmpty(text)) return null;
            if (Timestamps.TryMoment(Encoding.UTF8.GetBytes(text), out var moment) && moment <= options.Now + options.ClockSkew) return moment;
            facts.Ignore("timeCreated");
            return null;
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
