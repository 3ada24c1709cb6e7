namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>The certified deletion batch.</summary>
/// <param name="Id">The id used in the manifest and the ledger.</param>
/// <param name="Name">What the proposer called it.</param>
/// <param name="Reason">Why these copies were deleted.</param>
/// <param name="InsideReason">Why copies inside the boundary were redundant; null if none was inside.</param>
/// <param name="Method">Clear, Purge or Destroy (NIST SP 800-88 Rev. 1, section 2.5).</param>
/// <param name="Technique">The technique that was ordered. The annex says what was done to each copy.</param>
/// <param name="Copies">Number of certified copies, which are the items of the annex.</param>
/// <param name="Datasets">Number of datasets they belonged to.</param>
/// <param name="Bytes">Their bytes before sanitization.</param>
/// <param name="Records">Their records, if their sources counted them.</param>
/// <param name="ManifestSha256">Lowercase hexadecimal SHA-256 of the manifest's bytes: exactly what was approved.</param>
internal sealed record CertificateBatch(
    string Id,
    string Name,
    string Reason,
    string? InsideReason,
    string Method,
    string Technique,
    long Copies,
    long Datasets,
    long Bytes,
    long? Records,
    string ManifestSha256);
