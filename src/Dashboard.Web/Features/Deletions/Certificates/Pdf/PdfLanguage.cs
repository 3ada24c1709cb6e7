using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>
/// Says in which language a PDF is, which SkiaSharp cannot: an incremental update (ISO 32000-1, section 7.5.6) puts another catalog after the
/// last byte. Screen readers need it.
/// </summary>
internal static partial class PdfLanguage
{
    private const int TrailerReach = 4096;

    /// <param name="pdf">A whole PDF as Skia writes it; can be read, written and sought.</param>
    /// <param name="language">BCP 47, as <c>en-GB</c>.</param>
    /// <exception cref="InvalidDataException">It does not end as a PDF of Skia ends.</exception>
    public static void Declare(Stream pdf, string language)
    {
        var length = pdf.Length;
        var trailer = Trailer().Match(Read(pdf, Math.Max(0, length - TrailerReach), TrailerReach));
        if (!trailer.Success)
            throw new InvalidDataException("The PDF has no trailer where one is expected.");
        var root = Number(trailer, "root");
        var crossReference = Number(trailer, "start");
        var offset = OffsetOf(pdf, crossReference, root);
        var catalog = Catalog().Match(Read(pdf, offset, TrailerReach));
        if (!catalog.Success)
            throw new InvalidDataException("The PDF's catalog is not where its cross-reference table says.");

        var update = new StringBuilder()
            .Append($"{root} 0 obj\n<<{catalog.Groups["entries"].Value.TrimEnd()}\n/Lang ({language})>>\nendobj\n");
        var start = length + update.Length;
        update.Append($"xref\n{root} 1\n{length:D10} 00000 n \ntrailer\n<<{trailer.Groups["entries"].Value.Trim()}\n/Prev {crossReference}>>\nstartxref\n{start}\n%%EOF\n");

        pdf.Position = length;
        pdf.Write(Encoding.Latin1.GetBytes(update.ToString()));
        pdf.Flush();
    }

    /// <summary>One table for all objects from 0: 20 bytes each after two lines of heading.</summary>
    private static long OffsetOf(Stream pdf, long crossReference, long number)
    {
        var heading = Heading().Match(Read(pdf, crossReference, 64));
        if (!heading.Success)
            throw new InvalidDataException("The PDF's cross-reference table is not in one part.");
        var entry = Read(pdf, crossReference + heading.Length + (number * 20), 10);
        return long.Parse(entry, CultureInfo.InvariantCulture);
    }

    private static string Read(Stream pdf, long position, int count)
    {
        pdf.Position = position;
        var bytes = new byte[count];
        return Encoding.Latin1.GetString(bytes, 0, pdf.ReadAtLeast(bytes, count, throwOnEndOfStream: false));
    }

    private static long Number(Match match, string group) => long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("""trailer\s*<<(?<entries>.*?/Root (?<root>\d+) 0 R.*?)>>\s*startxref\s*(?<start>\d+)\s*%%EOF\s*$""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Trailer();

    [GeneratedRegex("""^\d+ 0 obj\s*<<(?<entries>.*?)>>\s*endobj""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Catalog();

    [GeneratedRegex("""^xref\s0 \d+\n""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();
}
