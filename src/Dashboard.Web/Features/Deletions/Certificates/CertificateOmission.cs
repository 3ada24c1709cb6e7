namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>Items of the batch that are not certified for the same reason.</summary>
/// <param name="Outcome">What became of them: Excluded by a reviewer, or Moved to another batch.</param>
/// <param name="Reason">The reason, as written by the person who decided it.</param>
/// <param name="Copies">How many.</param>
/// <param name="Bytes">Their bytes.</param>
internal sealed record CertificateOmission(string Outcome, string Reason, long Copies, long Bytes);
