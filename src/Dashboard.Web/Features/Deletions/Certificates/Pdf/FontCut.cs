namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

internal enum FontCut
{
    Regular,
    SemiBold,
    Mono,
}
