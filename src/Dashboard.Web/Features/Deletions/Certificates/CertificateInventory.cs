namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>A complete inventory, made after the deletions were reported, that no longer lists them.</summary>
/// <param name="Reference">How the annex names it, as <c>V1</c>.</param>
/// <param name="Source">The source that lists what the place holds.</param>
/// <param name="Import">The import's number.</param>
/// <param name="FileSha256">Lower-case hexadecimal SHA-256 of the imported file.</param>
/// <param name="AsOf">When the inventory was true.</param>
/// <param name="Copies">Certified copies whose absence it proves.</param>
internal sealed record CertificateInventory(
    string Reference, string Source, string Import, string FileSha256, DateTimeOffset AsOf, long Copies);
