namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>The deletion batch that is certified.</summary>
/// <param name="Id">As the manifest and the ledger name it.</param>
/// <param name="Name">What the proposer called it.</param>
/// <param name="Reason">Why these copies had to go.</param>
/// <param name="InsideReason">Why a copy inside the boundary was redundant; null when none was inside.</param>
/// <param name="Method">Clear, Purge or Destroy (NIST SP 800-88 Rev. 1, section 2.5).</param>
/// <param name="Technique">As ordered; what was done to each copy stands in the annex.</param>
/// <param name="Copies">Copies that are certified: the items of the annex.</param>
/// <param name="Datasets">Datasets that they belonged to.</param>
/// <param name="Bytes">Their bytes before sanitization.</param>
/// <param name="Records">Their records, where their sources counted them.</param>
/// <param name="ManifestSha256">Lower-case hexadecimal SHA-256 of the manifest's bytes: exactly what was approved.</param>
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
