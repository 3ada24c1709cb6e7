using System.IO.Compression;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Deletions.Decisions;
using Dashboard.Web.Features.Ledger.Signing;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>
/// Issues the certificate of a verified batch. The ledger is signed first, so that the certificate can name a checkpoint that covers the
/// proof. The document and its annex are stored as issued; later renames do not change them.
/// </summary>
internal sealed class IssueCertificate(
    BatchDecisions decisions, LedgerSigner signer, LedgerKeys keys, IOptions<ProgrammeSettings> programme, MemberAccess access)
{
    public async Task<Result> HandleAsync(long batchId, CancellationToken cancellationToken)
    {
        // Checked first, so that nothing is signed for someone without permission.
        if ((await access.RequireAsync(Permission.ProposeDeletions, cancellationToken)).Refusal is { } refusal)
            return refusal;
        if (await signer.SignAsync(cancellationToken) is not { } checkpoint)
            return new NotFound("The batch");
        return await decisions.DecideAsync(
            Permission.ProposeDeletions, batchId, decision => IssueAsync(decision, checkpoint, cancellationToken), cancellationToken);
    }

    private async Task<Result<LedgerDraft>> IssueAsync(BatchDecision decision, LedgerCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        var (context, batch, member, _, now) = decision;
        if (batch.State is not BatchState.Verified || batch.VerifiedAt > checkpoint.SignedAt)
            return new NotVerified(batch.State);
        var earlier = await context.BatchCertificates.AsNoTracking().Where(issued => issued.BatchId == batch.Id)
            .Select(issued => issued.IssuedAt).ToListAsync(cancellationToken);
        if (earlier.Exists(at => at >= batch.VerifiedAt))
            return new CertificateIssuedAlready();

        var number = earlier.Count == 0 ? $"{now.Year:0000}-{batch.Id:0000}" : $"{now.Year:0000}-{batch.Id:0000}-{earlier.Count + 1}";
        var source = new CertificateSource(context, batch);
        using var annex = new MemoryStream();
        CertificateAnnex digest;
        await using (var packed = new GZipStream(annex, CompressionLevel.Optimal, leaveOpen: true))
            digest = await AnnexFile.WriteAsync(source.ItemsAsync(cancellationToken), packed, cancellationToken);
        if (digest.Copies != batch.Tally.Verified)
            throw new InvalidOperationException($"Batch {batch.Id} counts {batch.Tally.Verified} verified items but has {digest.Copies} with a report and a proof.");
        var json = CertificateJson.Write(await DocumentAsync(source, batch, checkpoint, number, digest, now, cancellationToken));
        var sha256 = CertificateJson.Sha256(json);
        context.BatchCertificates.Add(BatchCertificate.Issue(batch.Id, number, json, sha256, annex.ToArray(), checkpoint.Size, member.Name, now));
        return BatchEntries.Of(
            LedgerActions.BatchCertificateIssued, batch, $"issued certificate {number} of the deletion batch “{batch.Name}”",
            new() { ["certificate"] = number, ["certificateSha256"] = sha256, ["annexSha256"] = digest.Sha256, ["checkpoint"] = checkpoint.Size });
    }

    private async Task<CertificateDocument> DocumentAsync(
        CertificateSource source, DeletionBatch batch, LedgerCheckpoint checkpoint, string number, CertificateAnnex annex, DateTimeOffset now,
        CancellationToken cancellationToken) => new()
        {
            Number = number,
            IssuedAt = now,
            Issuer = new(programme.Value.Name, programme.Value.Organisation, programme.Value.OversightUnit, programme.Value.OversightCountry),
            Batch = new(
                $"{batch.Id}", batch.Name, batch.Reason, batch.InsideReason, batch.Method.ToString(), batch.Technique, batch.Tally.Verified,
                await source.DatasetsAsync(cancellationToken), batch.Tally.VerifiedBytes, await source.RecordsAsync(cancellationToken), batch.ManifestHash!),
            Places = await source.PlacesAsync(cancellationToken),
            Proposal = new(batch.Proposer, await source.UnitOfProposerAsync(cancellationToken), batch.SubmittedAt!.Value, batch.Quorum),
            Approvals = [.. batch.ValidApprovals.OrderBy(approval => approval.At)
                .Select(approval => new CertificateApproval(approval.Name, approval.Unit, approval.At, approval.AuthenticatedAt, approval.ManifestHash))],
            CoolingOff = new(batch.ApprovedAt!.Value, batch.CoolingOffUntil!.Value),
            Inventories = await source.InventoriesAsync(cancellationToken),
            Omissions = await source.OmissionsAsync(cancellationToken),
            Ledger = new(
                keys.Origin, checkpoint.Size, Convert.ToBase64String(checkpoint.Root), checkpoint.Note, keys.Signer.Key.ToString(), keys.Signer.Key.IdText,
                await source.EntriesAsync(checkpoint.Size, cancellationToken)),
            Annex = annex,
        };
}
