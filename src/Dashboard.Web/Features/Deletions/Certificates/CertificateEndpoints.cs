using Dashboard.Core.Administration;
using Dashboard.Web.Security;

namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>Downloads the files of a certificate. The handler checks permissions.</summary>
internal static class CertificateEndpoints
{
    public static void MapCertificates(this IEndpointRouteBuilder endpoints)
    {
        Map("/deletions/{id:long}/certificate.pdf", CertificateFile.Pdf);
        Map("/deletions/{id:long}/certificate.json", CertificateFile.Json);
        Map("/deletions/{id:long}/certificate-annex.ndjson", CertificateFile.Annex);

        void Map(string pattern, CertificateFile file) => endpoints
            .MapGet(pattern, (HttpContext http, long id, OpenCertificate open) => AnswerAsync(http, id, file, open))
            .RequirePermission(Permission.ViewDeletions);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, long id, CertificateFile file, OpenCertificate open)
    {
        var opened = await open.HandleAsync(id, file, http.RequestAborted);
        if (opened.Refusal is { } refusal)
            return RefusedRequest.Answer(http, refusal);
        return Results.Stream(opened.Value.Content, opened.Value.ContentType, opened.Value.FileName);
    }
}
