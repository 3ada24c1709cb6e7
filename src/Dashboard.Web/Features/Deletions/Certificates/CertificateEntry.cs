namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>An entry of the ledger that concerns the batch.</summary>
/// <param name="Sequence">Its number in the ledger.</param>
/// <param name="What">What it records, in a few words.</param>
internal sealed record CertificateEntry(long Sequence, string What);
