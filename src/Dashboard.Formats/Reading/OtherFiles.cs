namespace Dashboard.Formats.Reading;

/// <summary>Files that no reader can read, by their first bytes, with what to do about each.</summary>
internal static class OtherFiles
{
    /// <summary>Number of bytes that show what a file is.</summary>
    public const int LongestMagic = 6;

    private static readonly (byte[] Magic, string What, string Remedy)[] Known =
    [
        ([0xFF, 0xFE], "UTF-16, not UTF-8", "Save it as UTF-8."),
        ([0xFE, 0xFF], "UTF-16, not UTF-8", "Save it as UTF-8."),
        ([0x1F, 0x8B], "compressed twice: gzip in gzip", "Compress it once."),
        ("PK\u0003\u0004"u8.ToArray(), "a zip archive or an Excel workbook", "Unpack it, or save the sheet as CSV."),
        ("PAR1"u8.ToArray(), "a Parquet file", "Export CSV."),
        ("ORC"u8.ToArray(), "an ORC file", "Export CSV."),
        ("%PDF"u8.ToArray(), "a PDF document", "Export CSV."),
        ([0x28, 0xB5, 0x2F, 0xFD], "compressed with Zstandard", "Use gzip, or upload it uncompressed."),
        ("BZh"u8.ToArray(), "compressed with bzip2", "Use gzip, or upload it uncompressed."),
        ([0xFD, .. "7zXZ"u8], "compressed with xz", "Use gzip, or upload it uncompressed."),
    ];

    /// <param name="head">The first bytes, after gzip was expanded.</param>
    /// <exception cref="UnreadableFileException">The file is one of these.</exception>
    public static void Refuse(string file, ReadOnlySpan<byte> head)
    {
        foreach (var (magic, what, remedy) in Known)
        {
            if (head.StartsWith(magic)) throw new UnreadableFileException(file, null, $"The file is {what}, which is not supported.", remedy);
        }
    }
}
