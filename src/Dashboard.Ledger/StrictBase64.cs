namespace Dashboard.Ledger;

/// <summary>
/// Standard base64 (RFC 4648 section 4) with exactly one encoding per value: no white space, required padding, unused bits zero.
/// Otherwise two texts could represent the same signature or hash.
/// </summary>
internal static class StrictBase64
{
    public static bool TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = new byte[text.Length / 4 * 3];
        if (!Convert.TryFromBase64Chars(text, bytes, out var written)) return false;
        bytes = bytes[..written];
        return text.SequenceEqual(Convert.ToBase64String(bytes));
    }
}
