using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Dashboard.Web.Demo;

/// <summary>Writes what the demo programme's sources would report on a day, each in the format that such a source really uses.</summary>
internal sealed class DemoFiles(DemoEstate estate, DateOnly today)
{
    private const string InventoryHeader = "resource_id,dataset,operator,country,region,role,bytes,records,fingerprint,retain_until,created_at";

    private const string RegisterHeader =
        "dataset,name,system,owner,classification,categories,wave,declared_status,declared_percent,declared_at,next_update_due";

    private static readonly string[] Services = ["feed", "video", "messages", "login", "search", "upload", "ads", "shop"];

    public static readonly string[] WaveNames =
        ["Account and payment data", "Messages and safety", "Media and commerce", "Advertising and ranking", "Analytics and logs", "Research and archives"];

    public byte[] Inventory(int day, params DemoPlace[] places) => Text(
        InventoryHeader,
        estate.Copies.Where(copy => places.Contains(copy.Place) && copy.IsListedOn(day) && (copy.IsBackOn(day) || !(estate.Gone.TryGetValue(copy.ResourceId, out var gone) && day >= gone))).Select(copy => copy.Csv(day, DateOf(day))));

    /// <summary>Statuses are declared yesterday or earlier: at night, 06:00 today is still in the future, and a register with future times is refused.</summary>
    public byte[] Register(int day) => Text(RegisterHeader, estate.Datasets.Where(dataset => dataset.Number % 101 != 17).Select(dataset => string.Join(
        ',', dataset.Urn, dataset.Name, dataset.System, dataset.Owner ?? "", dataset.Classification, CategoriesOf(dataset.System),
        WaveNames[dataset.Wave - 1], dataset.Declared(day), dataset.DeclaredPercent(day),
        DateOf(day - 1 - (dataset.Number % 6)).ToString("yyyy-MM-dd") + "T06:00:00Z", DateOf(day).AddDays(14 - (dataset.Number % 6)).ToString("yyyy-MM-dd"))));

    /// <summary>Requests of the seven days before this day.</summary>
    public byte[] Traffic(int day) => Text("day,service,operator,country,region,requests", Enumerable.Range(day - 7, 7).SelectMany(TrafficOf));

    /// <summary>An HDFS image listing of the old analytics cluster.</summary>
    public byte[] HdfsListing(int day)
    {
        var lines = new StringBuilder("Path\tReplication\tModificationTime\tAccessTime\tPreferredBlockSize\tBlocksCount\tFileSize\tNSQUOTA\tDSQUOTA\tPermission\tUserName\tGroupName\n");
        day--; // From the night before: reports can arrive at any hour and must not contain future times.
        foreach (var folder in new[] { "/warehouse/events", "/warehouse/cohorts", "/models/training", "/tmp" })
        {
            lines.Append($"{folder}\t0\t{DateOf(day):yyyy-MM-dd} 02:10\t1970-01-01 00:00\t0\t0\t0\t-1\t-1\tdrwxr-xr-x\tetl\tanalytics\n");
            for (var part = 0; part < 24; part++)
                lines.Append($"{folder}/part-{part:D5}\t3\t{DateOf(day - part):yyyy-MM-dd} 02:10\t{DateOf(day):yyyy-MM-dd} 02:10\t134217728\t8\t{1_073_741_824L * (part + 3)}\t0\t0\t-rw-r--r--\tetl\tanalytics\n");
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <summary>A bucket listing as printed by Oracle's command-line tool.</summary>
    public byte[] OracleBuckets(int day)
    {
        (string Key, string Name, long? Bytes, string Tier)[] buckets =
        [
            ("iad", "landing-uploads", 81_400_000_000_000, "Standard"), ("iad", "landing-messages", 12_900_000_000_000, "Standard"),
            ("phx", "replica-messages", 12_800_000_000_000, "Standard"), ("ord", "cold-archive", 40_100_000_000_000, "Archive"),
            ("iad", "migration-scratch", null, "Standard"),
        ];
        var data = buckets.Select(bucket => new Dictionary<string, object?>
        {
            ["approximate-count"] = bucket.Bytes / 4_000_000,
            ["approximate-size"] = bucket.Bytes,
            ["id"] = $"ocid1.bucket.oc1.{bucket.Key}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(bucket.Name)))}",
            ["name"] = bucket.Name,
            ["namespace"] = "meridianpivot",
            ["storage-tier"] = bucket.Tier,
            ["time-created"] = DateOf(-170).ToString("yyyy-MM-dd") + "T09:00:00.000000+00:00",
        });
        return JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { ["data"] = data });
    }

    /// <summary>An S3 Inventory of a bucket that a marketing team had forgotten: its manifest and one data file.</summary>
    public static (string Name, byte[] Content)[] S3Inventory(DateTimeOffset asOf)
    {
        var rows = new StringBuilder();
        for (var part = 0; part < 60; part++)
            rows.Append($"\"meridian-campaigns\",\"{(part % 3 == 0 ? "audiences" : "creative")}/2025/list+{part:D3}.csv\",\"{2_500_000_000L + (part * 1_000_003L)}\",\"2025-{1 + (part % 12):D2}-03T10:00:00.000Z\"\n");
        using var data = new MemoryStream();
        using (var gzip = new GZipStream(data, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(rows.ToString()));
        var content = data.ToArray();
        var manifest = JsonSerializer.SerializeToUtf8Bytes(new
        {
            sourceBucket = "meridian-campaigns",
            destinationBucket = "arn:aws:s3:::meridian-inventory",
            version = "2016-11-30",
            creationTimestamp = asOf.ToUnixTimeMilliseconds().ToString(),
            fileFormat = "CSV",
            fileSchema = "Bucket, Key, Size, LastModifiedDate",
            files = new[] { new { key = "data/campaigns.csv.gz", size = content.LongLength, MD5checksum = Checksum(content) } },
        });
        return [("manifest.json", manifest), ("campaigns.csv.gz", content)];
    }

    private DateOnly DateOf(int day) => today.AddDays(day);

    /// <summary>The manifest format requires MD5. It protects against corruption, not against an attacker.</summary>
    private static string Checksum(byte[] content) => Convert.ToHexStringLower(CryptographicOperations.HashData(HashAlgorithmName.MD5, content));

    private static string CategoriesOf(string system) => system switch
    {
        "Direct messages" or "Comments" => "messages;contacts",
        "Location" => "location",
        "Payments" or "Shop" => "financial;contacts",
        "Effects" => "biometric",
        "Advertising" or "Measurement" => "behaviour",
        _ => "behaviour;identifiers",
    };

    private IEnumerable<string> TrafficOf(int day)
    {
        for (var service = 0; service < Services.Length; service++)
        {
            var total = 900_000_000L / (service + 1) * (100 + ((day * 7) + (service * 13)) % 9) / 100;
            var inside = Math.Min(0.99985, 0.93 + (0.07 * (1 - Math.Exp(-(day + DemoEstate.Days) / 40.0))));
            var outside = (long)(total * (1 - inside));
            yield return Line("Oracle,US,us-ashburn-1", (long)((total - outside) * 0.62));
            yield return Line("Oracle,US,us-phoenix-1", (long)((total - outside) * 0.38));
            yield return Line("Meridian,US,virginia", (outside * 3 / 4) + 1);
            if (service < 2)
                yield return Line("Meridian,SG,singapore", outside / 4);

            string Line(string place, long requests) => $"{DateOf(day):yyyy-MM-dd},{Services[service]},{place},{requests}";
        }
    }

    private static byte[] Text(string header, IEnumerable<string> lines) => Encoding.UTF8.GetBytes($"{header}\n{string.Join('\n', lines)}\n");
}
