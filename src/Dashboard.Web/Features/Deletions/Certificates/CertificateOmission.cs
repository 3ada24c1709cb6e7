namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>Items of the batch that are not certified, for one reason.</summary>
/// <param name="Outcome">What became of them: Excluded by a reviewer, or Moved to another batch.</param>
/// <param name="Reason">Why, in the words of who decided it.</param>
/// <param name="Copies">How many.</param>
/// <param name="Bytes">Their bytes.</param>
internal sealed record CertificateOmission(string Outcome, string Reason, long Copies, long Bytes);
