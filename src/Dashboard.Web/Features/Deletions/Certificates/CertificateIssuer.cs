namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>Who issues the certificate.</summary>
/// <param name="Programme">The programme that this installation oversees.</param>
/// <param name="Organisation">The organisation that runs the programme.</param>
/// <param name="OversightUnit">The unit that oversees it.</param>
/// <param name="OversightCountry">ISO 3166-1 alpha-2.</param>
internal sealed record CertificateIssuer(string Programme, string? Organisation, string? OversightUnit, string OversightCountry);
