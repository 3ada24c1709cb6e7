namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>The time between the last approval and the first hand-out of a work order.</summary>
internal sealed record CertificateCoolingOff(DateTimeOffset From, DateTimeOffset Until);
