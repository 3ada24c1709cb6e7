namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>A location that held certified copies.</summary>
/// <param name="Reference">How the annex refers to it, such as <c>P1</c>.</param>
/// <param name="Name">The location's name.</param>
/// <param name="Region">The operator's name for the region.</param>
/// <param name="Operator">Who runs it; null when unknown.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null when unknown.</param>
/// <param name="Copies">Certified copies there.</param>
/// <param name="Bytes">Their bytes before sanitization.</param>
internal sealed record CertificatePlace(
    string Reference, string Name, string? Region, string? Operator, string? Country, long Copies, long Bytes);
