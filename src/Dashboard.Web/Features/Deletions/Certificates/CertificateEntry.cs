namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>A ledger entry about the batch.</summary>
/// <param name="Sequence">Its number in the ledger.</param>
/// <param name="What">What it records, in short.</param>
internal sealed record CertificateEntry(long Sequence, string What);
