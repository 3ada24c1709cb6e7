namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>One reviewer's approval.</summary>
/// <param name="Name">The reviewer.</param>
/// <param name="Unit">The reviewer's unit.</param>
/// <param name="At">When it was given.</param>
/// <param name="ReauthenticatedAt">When the identity provider last authenticated the reviewer before it.</param>
/// <param name="ManifestSha256">The manifest that was approved, by its hash.</param>
internal sealed record CertificateApproval(
    string Name, string? Unit, DateTimeOffset At, DateTimeOffset ReauthenticatedAt, string ManifestSha256);
