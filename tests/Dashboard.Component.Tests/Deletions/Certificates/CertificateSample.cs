using System.Security.Cryptography;
using System.Text;
using Dashboard.Ledger;
using Dashboard.Web.Features.Deletions.Certificates;

namespace Dashboard.Component.Tests.Deletions.Certificates;

/// <summary>A certificate like that of a real batch, with a chosen number of copies.</summary>
internal sealed class CertificateSample
{
    public static readonly DateTimeOffset IssuedAt = new(2026, 11, 20, 14, 5, 9, TimeSpan.Zero);

    private const string Datasets = "User videos originals;Direct messages;Watch history;Payments ledger;Moderation evidence";

    private CertificateSample(CertificateDocument document, IReadOnlyList<CertificateItem> items) => (Document, Items) = (document, items);

    public CertificateDocument Document { get; }

    public IReadOnlyList<CertificateItem> Items { get; }

    /// <param name="copies">The number of lines in the annex.</param>
    /// <param name="item">Changes an item; null to keep it.</param>
    /// <param name="document">Changes the certificate; null to keep it.</param>
    public static async Task<CertificateSample> OfAsync(
        int copies, Func<CertificateItem, CertificateItem>? item = null, Func<CertificateDocument, CertificateDocument>? document = null)
    {
        CertificateItem[] items = [.. Enumerable.Range(1, copies).Select(number => (item ?? (same => same))(Item(number)))];
        using var annex = new MemoryStream();
        var bound = await AnnexFile.WriteAsync(Each(items), annex, TestContext.Current.CancellationToken);
        var made = Certificate(items) with { Annex = bound };
        return new((document ?? (same => same))(made), items);
    }

    public static async IAsyncEnumerable<CertificateItem> Each(IEnumerable<CertificateItem> items)
    {
        foreach (var item in items)
        {
            await Task.CompletedTask;
            yield return item;
        }
    }

    public static string Hash(string of) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)));

    public static CertificateItem Item(int number)
    {
        var place = (number % 3) + 1;
        var dataset = Datasets.Split(';')[number % 5];
        return new()
        {
            Number = number,
            Dataset = dataset,
            DatasetUrn = $"urn:dataset:{dataset.ToLowerInvariant().Replace(' ', '-')}",
            Classification = "Protected",
            Source = $"hdfs-{(place == 3 ? "virginia" : "singapore")}",
            ResourceId = $"hdfs://nn-{place}.example.net:8020/warehouse/archive/{dataset.ToLowerInvariant().Replace(' ', '_')}/dt=2025-{(number % 12) + 1:D2}/part-{number:D8}.snappy.parquet",
            Place = $"P{place}",
            Role = number % 2 == 0 ? "Backup" : "Replica",
            Bytes = 1_234_567_890_123L + number,
            Records = number % 4 == 0 ? null : 9_876_543 + number,
            Fingerprint = $"sha256:{Hash($"content {number}")}",
            EqualCopy = $"ocid1.bucket.oc1.iad.example{number:D6}",
            Method = "Purge",
            Technique = "cryptographic erase",
            KeyId = $"kms/keys/{number % 7}/versions/{(number % 3) + 1}",
            Tool = "erasectl",
            ToolVersion = "4.2.1",
            PerformedBy = "Lim Hui Wen",
            PerformedByOrganisation = "Storage Operations",
            PerformedAt = IssuedAt.AddDays(-9).AddSeconds(number),
            EvidenceLink = $"https://evidence.example.net/runs/2026-11/{number:D6}.log",
            EvidenceSha256 = Hash($"evidence {number}"),
            VerifiedBy = $"V{(place == 3 ? 2 : 1)}",
        };
    }

    private static CertificateDocument Certificate(CertificateItem[] items)
    {
        var manifest = Hash("manifest");
        return new()
        {
            Number = "US-2026-0042",
            IssuedAt = IssuedAt,
            Issuer = new("US user data pivot", "Example Video Inc.", "Data Security Oversight", "US"),
            Batch = new(
                "318", "Cold backups of cut-over datasets, Singapore and Virginia",
                "The datasets have been served from inside the boundary since August. These backups outside it are no longer needed, and the programme promised to delete them.",
                InsideReason: null, "Purge", "cryptographic erase, then deletion of the objects", items.Length, 5,
                items.Sum(item => item.Bytes), items.Sum(item => item.Records ?? 0), manifest),
            Places =
            [
                Place("P1", "Singapore, building 2", "sg-2", "Example Video", "SG", items),
                Place("P2", "Singapore, offline vault", null, "Example Video", "SG", items),
                Place("P3", "Virginia, hall C", "va-1c", "Example Video", "US", items),
            ],
            Proposal = new("Dana Whitfield", "Pivot Programme", IssuedAt.AddDays(-20), 2),
            Approvals =
            [
                new("Priya Raman", "Data Assurance", IssuedAt.AddDays(-18), IssuedAt.AddDays(-18).AddMinutes(-2), manifest),
                new("Grace Holloway", "Legal Oversight", IssuedAt.AddDays(-17), IssuedAt.AddDays(-17).AddMinutes(-1), manifest),
            ],
            CoolingOff = new(IssuedAt.AddDays(-17), IssuedAt.AddDays(-14)),
            Inventories =
            [
                new("V1", "hdfs-singapore", "1204", Hash("singapore.tsv"), IssuedAt.AddDays(-2), items.Count(item => item.VerifiedBy == "V1")),
                new("V2", "hdfs-virginia", "1207", Hash("virginia.tsv"), IssuedAt.AddDays(-1), items.Count(item => item.VerifiedBy == "V2")),
            ],
            Omissions =
            [
                new("Excluded", "Last backup of a dataset under audit; excluded by Grace Holloway.", 3, 4_000_000_000),
                new("Moved", "The executor reported a read-only volume; proposed again in batch 331.", 1, 1_500_000_000),
            ],
            Ledger = Ledger(),
            Annex = new(0, 0, ""),
        };
    }

    private static CertificatePlace Place(string reference, string name, string? region, string by, string country, CertificateItem[] items) =>
        new(reference, name, region, by, country, items.Count(item => item.Place == reference), items.Where(item => item.Place == reference).Sum(item => item.Bytes));

    private static CertificateLedger Ledger()
    {
        var signer = NoteSigner.Generate("dashboard.example.org/ledger");
        var checkpoint = new Checkpoint("dashboard.example.org/ledger", 18204, MerkleHash.Leaf("entry"u8));
        return new(
            checkpoint.Origin, checkpoint.Size, checkpoint.Root.ToBase64(), signer.Sign(checkpoint.ToText()),
            signer.Key.ToString(), signer.Key.IdText,
            [new(17002, "Dana Whitfield submitted the batch"), new(17411, "Priya Raman approved it"), new(17630, "Grace Holloway approved it"), new(18190, "the last copy was verified absent")]);
    }
}
