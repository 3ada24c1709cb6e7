using Dashboard.Core.Ledger;

namespace Dashboard.Core.Deletions;

/// <summary>A certificate of sanitization, issued once for a verified batch and kept as it was issued.</summary>
public sealed class BatchCertificate : ILedgered
{
    private BatchCertificate()
    {
    }

    public long Id { get; private set; }

    public long BatchId { get; private set; }

    /// <summary>The certificate's own number, unique in this installation.</summary>
    public string Number { get; private set; } = "";

    public DateTimeOffset IssuedAt { get; private set; }

    public string IssuedBy { get; private set; } = "";

    /// <summary>The certificate as canonical JSON (UTF-8).</summary>
    public byte[] Json { get; private set; } = [];

    /// <summary>SHA-256 of <see cref="Json"/>, lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The annex, gzipped NDJSON: one line for each copy.</summary>
    public byte[] Annex { get; private set; } = [];

    /// <summary>Number of entries of the ledger checkpoint that the certificate names.</summary>
    public long CheckpointSize { get; private set; }

    public static BatchCertificate Issue(
        long batchId, string number, byte[] json, string sha256, byte[] annex, long checkpointSize, string issuedBy, DateTimeOffset now) => new()
    {
        BatchId = batchId,
        Number = number,
        Json = json,
        Sha256 = sha256,
        Annex = annex,
        CheckpointSize = checkpointSize,
        IssuedBy = issuedBy,
        IssuedAt = now,
    };
}
