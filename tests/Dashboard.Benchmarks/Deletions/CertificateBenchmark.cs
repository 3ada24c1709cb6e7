using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Features.Deletions.Certificates;
using Dashboard.Web.Features.Deletions.Certificates.Pdf;
using Dashboard.Web.Features.Deletions.Items;

namespace Dashboard.Benchmarks.Deletions;

/// <summary>
/// A certificate with a long annex: time, pages, bytes and additional memory, compared with writing the same copies as the annex's JSON lines.
/// The copies are created on demand, so they use none of that memory.
/// </summary>
internal static class CertificateBenchmark
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 14, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(int copies, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("dashboard-certificate-");
        try
        {
            await WarmUpAsync(folder, cancellationToken);
            Console.WriteLine($"{copies:N0} copies");
            Console.WriteLine($"{"",-10}{"s",8}{"MB",9}{"memory MB",12}{"pages",9}");

            CertificateAnnex annex = new(0, 0, "");
            await MeasureAsync("NDJSON", Path.Combine(folder.FullName, "annex.ndjson"), async file =>
            {
                annex = await AnnexFile.WriteAsync(CopiesAsync(copies), file, cancellationToken);
                return 0;
            });
            await MeasureAsync("PDF", Path.Combine(folder.FullName, "certificate.pdf"), file =>
                CertificatePdf.WriteAsync(Certificate(annex), CopiesAsync(copies), file, cancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WarmUpAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        using var lines = new MemoryStream();
        var annex = await AnnexFile.WriteAsync(CopiesAsync(500), lines, cancellationToken);
        await using var file = File.Create(Path.Combine(folder.FullName, "warm.pdf"));
        await CertificatePdf.WriteAsync(Certificate(annex), CopiesAsync(500), file, cancellationToken);
    }

    private static async Task MeasureAsync(string name, string path, Func<FileStream, Task<int>> write)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (before, peak) = (process.WorkingSet64, 0L);
        using var stop = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                process.Refresh();
                peak = Math.Max(peak, process.WorkingSet64);
                await Task.Delay(20);
            }
        });

        await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        var watch = Stopwatch.StartNew();
        var pages = await write(file);
        var seconds = watch.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await watching;
        Console.WriteLine($"{name,-10}{seconds,8:0.0}{file.Length / 1e6,9:0.0}{(peak - before) / 1e6,12:0.0}{(pages == 0 ? "" : $"{pages:N0}"),9}");
    }

    private static async IAsyncEnumerable<CertificateItem> CopiesAsync(int copies)
    {
        await Task.CompletedTask;
        for (var number = 1; number <= copies; number++)
            yield return Copy(number);
    }

    private static CertificateItem Copy(int number) => new()
    {
        Number = number,
        Dataset = $"Archive of service {number % 400}",
        DatasetUrn = $"urn:dataset:archive-{number % 400}",
        Classification = "Protected",
        Source = "hdfs-singapore",
        ResourceId = $"hdfs://nn-1.example.net:8020/warehouse/archive/service_{number % 400}/dt=2025-{(number % 12) + 1:D2}/part-{number:D8}.snappy.parquet",
        Place = "P1",
        Role = "Backup",
        Bytes = 1_234_567_890 + number,
        Records = 9_876_543 + number,
        Fingerprint = $"sha256:{Hash(number)}",
        EqualCopy = $"ocid1.bucket.oc1.iad.example{number:D8}",
        Method = "Purge",
        Technique = "cryptographic erase",
        KeyId = $"kms/keys/{number % 7}/versions/2",
        Tool = "erasectl",
        ToolVersion = "4.2.1",
        PerformedBy = "Lim Hui Wen",
        PerformedByOrganisation = "Storage Operations",
        PerformedAt = At.AddSeconds(number),
        EvidenceLink = $"https://evidence.example.net/runs/2026-11/{number:D8}.log",
        EvidenceSha256 = Hash(-number),
        VerifiedBy = "V1",
    };

    private static string Hash(int of) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{of}")));

    private static CertificateDocument Certificate(CertificateAnnex annex) => new()
    {
        Number = "B-1",
        IssuedAt = At,
        Issuer = new("Benchmark", null, null, "US"),
        Batch = new("1", "Benchmark", "To measure.", null, "Purge", "cryptographic erase", annex.Copies, 400, annex.Copies, null, Hash(0)),
        Places = [new("P1", "Singapore, building 2", "sg-2", "Example Video", "SG", annex.Copies, annex.Copies)],
        Proposal = new("Dana", null, At, 1),
        Approvals = [],
        CoolingOff = new(At, At),
        Inventories = [new("V1", "hdfs-singapore", "1", Hash(0), At, annex.Copies)],
        Omissions = [],
        Ledger = new("benchmark.example/ledger", 1, "", "benchmark.example/ledger\n1\n", "", "", []),
        Annex = annex,
    };
}
