namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>File names of a certificate. "How to verify" in the PDF prints them, so downloads must use the same names.</summary>
internal static class CertificateFiles
{
    public static string Pdf(string number) => $"{Stem(number)}.pdf";

    public static string Json(string number) => $"{Stem(number)}.json";

    public static string Annex(string number) => $"{Stem(number)}-annex.ndjson";

    public static string Manifest(string batchId) => $"manifest-{Safe(batchId)}.ndjson";

    private static string Stem(string number) => $"certificate-{Safe(number)}";

    /// <summary>Letters, digits, dots and hyphens only: safe in a file name, a header and a shell.</summary>
    private static string Safe(string text) =>
        new([.. text.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' ? character : '-')]);
}
