namespace Dashboard.Pdf;

/// <summary>
/// Reading direction by Unicode block. This is the part of the Unicode Bidirectional Algorithm (UAX #9) that lines of names and addresses need.
/// </summary>
internal static class TextDirection
{
    public static bool IsRightToLeft(int codePoint) => codePoint
        is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC)
        or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
