namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>A complete inventory, made after the deletions were reported, that no longer lists the copies.</summary>
/// <param name="Reference">How the annex refers to it, such as <c>V1</c>.</param>
/// <param name="Source">The source that lists the copies at the place.</param>
/// <param name="Import">The import's number.</param>
/// <param name="FileSha256">Lowercase hexadecimal SHA-256 of the imported file.</param>
/// <param name="AsOf">The time that the inventory describes.</param>
/// <param name="Copies">Certified copies whose absence it proves.</param>
internal sealed record CertificateInventory(
    string Reference, string Source, string Import, string FileSha256, DateTimeOffset AsOf, long Copies);
