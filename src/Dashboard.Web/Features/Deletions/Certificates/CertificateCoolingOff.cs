namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>The cooling-off period, between the last approval and the first release of work orders.</summary>
internal sealed record CertificateCoolingOff(DateTimeOffset From, DateTimeOffset Until);
