namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>One reviewer's approval.</summary>
/// <param name="Name">The reviewer.</param>
/// <param name="Unit">The reviewer's unit.</param>
/// <param name="At">When it was given.</param>
/// <param name="ReauthenticatedAt">When the reviewer had last signed in with the identity provider.</param>
/// <param name="ManifestSha256">SHA-256 of the approved manifest.</param>
internal sealed record CertificateApproval(
    string Name, string? Unit, DateTimeOffset At, DateTimeOffset ReauthenticatedAt, string ManifestSha256);
