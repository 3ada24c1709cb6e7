namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>Who proposed the batch and when it went to review.</summary>
/// <param name="Name">The proposer, who may not approve.</param>
/// <param name="Unit">The proposer's unit.</param>
/// <param name="SubmittedAt">When the manifest was fixed.</param>
/// <param name="Quorum">Number of approvals the batch needed, from different people.</param>
internal sealed record CertificateProposal(string Name, string? Unit, DateTimeOffset SubmittedAt, int Quorum);
