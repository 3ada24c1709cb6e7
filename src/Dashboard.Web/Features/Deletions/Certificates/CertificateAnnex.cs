namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>Binds the annex to its certificate.</summary>
/// <param name="Copies">Number of lines in the annex.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Sha256">Lowercase hexadecimal SHA-256 of its bytes.</param>
internal sealed record CertificateAnnex(long Copies, long Length, string Sha256);
