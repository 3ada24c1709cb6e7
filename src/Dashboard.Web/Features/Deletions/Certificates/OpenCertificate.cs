using System.IO.Compression;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Web.Features.Deletions.Certificates.Pdf;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>The three files of a certificate.</summary>
internal enum CertificateFile
{
    Pdf,
    Json,
    Annex,
}

/// <summary>Opens a batch's latest certificate as it was issued.</summary>
internal sealed class OpenCertificate(IDbContextFactory<DashboardContext> contexts, MemberAccess access)
{
    public async Task<Result<OpenedCertificate>> HandleAsync(long batchId, CertificateFile file, CancellationToken cancellationToken)
    {
        if ((await access.RequireAsync(Permission.ViewDeletions, cancellationToken)).Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var issued = await context.BatchCertificates.AsNoTracking().Where(certificate => certificate.BatchId == batchId)
            .OrderByDescending(certificate => certificate.Id).FirstOrDefaultAsync(cancellationToken);
        if (issued is null)
            return new NotFound("A certificate of this batch");
        return file switch
        {
            CertificateFile.Json => new OpenedCertificate(new MemoryStream(issued.Json), "application/json", CertificateFiles.Json(issued.Number)),
            CertificateFile.Annex => new OpenedCertificate(Annex(issued), "application/x-ndjson", CertificateFiles.Annex(issued.Number)),
            _ => new OpenedCertificate(await PdfAsync(issued, cancellationToken), "application/pdf", CertificateFiles.Pdf(issued.Number)),
        };
    }

    private static GZipStream Annex(BatchCertificate issued) => new(new MemoryStream(issued.Annex), CompressionMode.Decompress);

    private static async Task<FileStream> PdfAsync(BatchCertificate issued, CancellationToken cancellationToken)
    {
        var pdf = new FileStream(
            Path.Combine(Path.GetTempPath(), $"certificate-{Guid.CreateVersion7():N}.pdf"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16,
            FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            await CertificatePdf.WriteAsync(CertificateJson.Read(issued.Json), new StoredAnnex(issued), pdf, cancellationToken);
            pdf.Position = 0;
            return pdf;
        }
        catch
        {
            await pdf.DisposeAsync();
            throw;
        }
    }

    /// <summary>Can be enumerated repeatedly, each time from the start.</summary>
    private sealed class StoredAnnex(BatchCertificate issued) : IAsyncEnumerable<CertificateItem>
    {
        public async IAsyncEnumerator<CertificateItem> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            await using var annex = Annex(issued);
            await foreach (var item in AnnexFile.ReadAsync(annex, cancellationToken))
                yield return item;
        }
    }
}

/// <param name="Content">The caller disposes of it.</param>
internal sealed record OpenedCertificate(Stream Content, string ContentType, string FileName);
