using System.Runtime.InteropServices;
using System.Text;

namespace Dashboard.Formats.Reading;

/// <summary>
/// Returns the same string for equal bytes, so that a million rows of one operator create one string. The number of slots is fixed, and a new
/// value replaces the one in its slot: memory stays bounded even when a column has many different values.
/// </summary>
internal sealed class Utf8StringPool
{
    private const int Slots = 4096;
    private const int MaxPooledBytes = 256;
    private readonly (byte[] Bytes, string Text)[] _entries = new (byte[], string)[Slots];

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return "";
        if (utf8.Length > MaxPooledBytes) return Encoding.UTF8.GetString(utf8);
        ref var entry = ref _entries[Hash(utf8) & (Slots - 1)];
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
