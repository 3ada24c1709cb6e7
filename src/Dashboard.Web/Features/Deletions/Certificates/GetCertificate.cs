using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Certificates;

/// <param name="Number">Null if none has been issued.</param>
/// <param name="IsOutdated">Whether an item has reappeared since, or the batch has changed in another way.</param>
public sealed record CertificateAnswer(string? Number, DateTimeOffset? IssuedAt, string? IssuedBy, string? Sha256, bool IsOutdated, bool MayIssue);

/// <summary>Whether a batch has a certificate, and whether the reader may issue one.</summary>
internal sealed class GetCertificate(IDbContextFactory<DashboardContext> contexts, DeletionAccess access)
{
    public async Task<Result<CertificateAnswer>> HandleAsync(long batchId, CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken);
        if (reader.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var batch = await context.DeletionBatches.Where(batch => batch.Id == batchId).Select(batch => new { batch.State, batch.VerifiedAt }).SingleOrDefaultAsync(cancellationToken);
        if (batch is null)
            return new NotFound("The batch");
        var issued = await context.BatchCertificates.Where(certificate => certificate.BatchId == batchId).OrderByDescending(certificate => certificate.Id)
            .Select(certificate => new { certificate.Number, certificate.IssuedAt, certificate.IssuedBy, certificate.Sha256 }).FirstOrDefaultAsync(cancellationToken);
        var isCurrent = issued is not null && batch.State is BatchState.Verified && issued.IssuedAt >= batch.VerifiedAt;
        return new CertificateAnswer(
            issued?.Number, issued?.IssuedAt, issued?.IssuedBy, issued?.Sha256, issued is not null && !isCurrent,
            batch.State is BatchState.Verified && !isCurrent && reader.Value.May(Permission.ProposeDeletions));
    }
}
