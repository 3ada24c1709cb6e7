using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dashboard.Pdf;

/// <summary>
/// Declares the language of a PDF, which SkiaSharp cannot do. It appends an incremental update (ISO 32000-1, section 7.5.6) that replaces the
/// catalog with one that has a <c>/Lang</c> entry (section 14.9.2). Screen readers need it.
/// </summary>
internal static partial class PdfLanguage
{
    private const int TrailerReach = 4096;

    /// <param name="pdf">A complete PDF as Skia writes it, in a stream that can read, write and seek.</param>
    /// <param name="language">A BCP 47 tag, for example <c>en-GB</c>.</param>
    /// <exception cref="InvalidDataException">The trailer, the cross-reference table or the catalog is not as Skia writes it.</exception>
    public static void Declare(Stream pdf, string language)
    {
        var length = pdf.Length;
        var trailer = Trailer().Match(Read(pdf, Math.Max(0, length - TrailerReach), TrailerReach));
        if (!trailer.Success)
            throw new InvalidDataException("The PDF does not end with a trailer.");
        var root = Number(trailer, "root");
        var crossReference = Number(trailer, "start");
        var offset = OffsetOf(pdf, crossReference, root);
        var catalog = Catalog().Match(Read(pdf, offset, TrailerReach));
        if (!catalog.Success)
            throw new InvalidDataException("The PDF's cross-reference table does not point to its catalog.");

        var update = new StringBuilder()
            .Append($"{root} 0 obj\n<<{catalog.Groups["entries"].Value.TrimEnd()}\n/Lang ({language})>>\nendobj\n");
        var start = length + update.Length;
        update.Append($"xref\n{root} 1\n{length:D10} 00000 n \ntrailer\n<<{trailer.Groups["entries"].Value.Trim()}\n/Prev {crossReference}>>\nstartxref\n{start}\n%%EOF\n");

        pdf.Position = length;
        pdf.Write(Encoding.Latin1.GetBytes(update.ToString()));
        pdf.Flush();
    }

    /// <summary>Reads an entry of the cross-reference table (ISO 32000-1, section 7.5.4). Skia writes one section that starts at object 0, with 20 bytes per object.</summary>
    private static long OffsetOf(Stream pdf, long crossReference, long number)
    {
        var heading = Heading().Match(Read(pdf, crossReference, 64));
        if (!heading.Success)
            throw new InvalidDataException("The PDF's cross-reference table does not have exactly one section.");
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
