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

    public DateTimeOffset IssuedAt { get; private set; }

    public string IssuedBy { get; private set; } = "";

    /// <summary>The certificate as canonical JSON (UTF-8).</summary>
    public byte[] Json { get; private set; } = [];

    /// <summary>Of <see cref="Json"/>, lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The ledger's head that it names: number of entries.</summary>
    public long CheckpointSize { get; private set; }

    public static BatchCertificate Issue(long batchId, byte[] json, string sha256, long checkpointSize, string issuedBy, DateTimeOffset now) => new()
    {
        BatchId = batchId,
        Json = json,
        Sha256 = sha256,
        CheckpointSize = checkpointSize,
        IssuedBy = issuedBy,
        IssuedAt = now,
    };
}
