namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>What stands in the margin of every page.</summary>
/// <param name="Programme">Top left.</param>
/// <param name="Number">The certificate's number.</param>
/// <param name="Sha256">Of the certificate's JSON.</param>
internal sealed record PageText(string Programme, string Number, string Sha256);
