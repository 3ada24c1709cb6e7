using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Setting;

/// <summary>Files as sources write them, created for one journey.</summary>
internal static class SampleFiles
{
    public const string Header = "resource_id,dataset,operator,country,region,role,bytes,records,fingerprint,retain_until,created_at";

    public static FilePayload Csv(string name, IEnumerable<string> lines) =>
        new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes($"{Header}\n{string.Join('\n', lines)}\n") };

    /// <summary>The same content in gzip without its last third, as a broken connection leaves it.</summary>
    public static FilePayload Truncated(FilePayload whole)
    {
        var gzip = Gzip(whole.Buffer);
        return new() { Name = $"{whole.Name}.gz", MimeType = "application/gzip", Buffer = gzip[..(gzip.Length * 2 / 3)] };
    }

    /// <summary>An S3 Inventory of one bucket: its manifest and one data file.</summary>
    public static FilePayload[] S3Inventory(string bucket, IEnumerable<(string Key, long Bytes)> objects, DateTimeOffset asOf)
    {
        var data = Gzip(Encoding.UTF8.GetBytes(string.Concat(objects.Select(o => $"\"{bucket}\",\"{o.Key}\",\"{o.Bytes}\",\"2025-06-03T10:00:00.000Z\"\n"))));
        var manifest = JsonSerializer.SerializeToUtf8Bytes(new
        {
            sourceBucket = bucket,
            destinationBucket = "arn:aws:s3:::inventories",
            version = "2016-11-30",
            creationTimestamp = $"{asOf.ToUnixTimeMilliseconds()}",
            fileFormat = "CSV",
            fileSchema = "Bucket, Key, Size, LastModifiedDate",
            files = new[] { new { key = "data/part-1.csv.gz", size = data.LongLength, MD5checksum = Checksum(data) } },
        });
        return
        [
            new() { Name = "manifest.json", MimeType = "application/json", Buffer = manifest },
            new() { Name = "part-1.csv.gz", MimeType = "application/gzip", Buffer = data },
        ];
    }

    private static byte[] Gzip(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(content);
        return memory.ToArray();
    }

    /// <summary>MD5, because the manifest's format requires it.</summary>
    private static string Checksum(byte[] content) => Convert.ToHexStringLower(CryptographicOperations.HashData(HashAlgorithmName.MD5, content));
}
