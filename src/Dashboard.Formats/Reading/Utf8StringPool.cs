using System.Runtime.InteropServices;
using System.Text;

namespace Dashboard.Formats.Reading;

/// <summary>
/// Hands out one string for equal bytes, so that a million rows of the same operator make one string. A fixed number of places, where a
/// newcomer replaces whoever had its place: memory stays bounded when a column turns out to have many values.
/// </summary>
internal sealed class Utf8StringPool
{
    private const int Places = 4096;
    private const int LongestPooled = 256;
    private readonly (byte[] Bytes, string Text)[] _entries = new (byte[], string)[Places];

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return "";
        if (utf8.Length > LongestPooled) return Encoding.UTF8.GetString(utf8);
        ref var entry = ref _entries[Hash(utf8) & (Places - 1)];
        if (entry.Bytes is null || !utf8.SequenceEqual(entry.Bytes)) entry = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        return entry.Text;
    }

    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        // Eight bytes at a time; the multiplier is 2^64 over the golden ratio (Knuth, TAOCP 3, 6.4), whose high bits mix best.
        const ulong multiplier = 0x9E3779B97F4A7C15;
        var hash = (ulong)bytes.Length;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words) hash = ((hash ^ word) * multiplier) ^ (hash >> 29);
        foreach (var value in bytes[(words.Length * sizeof(ulong))..]) hash = (hash ^ value) * multiplier;
        return (int)(hash >> 40);
    }
}
