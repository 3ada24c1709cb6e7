using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace Dashboard.Ledger;

/// <summary>What the verifier needs to know about an entry, read without allocations because there can be millions of entries.</summary>
internal struct EntryFacts
{
    /// <summary>Leaf hash of the line's bytes, whether or not they are an entry.</summary>
    public MerkleHash Hash;

    /// <summary>Hash of the entry before, as named in this entry; only entry 0 has none.</summary>
    public MerkleHash Previous;

    public long Sequence;

    public DateTimeOffset Time;

    /// <summary>True when the entry announces a signing key.</summary>
    public bool IsAboutKeys;

    /// <summary>Why the line is not an entry; null when it is one.</summary>
    public string? Error;

    /// <summary>
    /// Checks that the line is well-formed JSON in UTF-8 with the members of an entry in order, and extracts some of them. A line in our own
    /// form is read directly; any other line is passed to <see cref="EntryJudge"/>.
    /// </summary>
    public static EntryFacts Read(ReadOnlySpan<byte> line) => TryRead(line, out var facts) ? facts : EntryJudge.Judge(line);

    /// <summary>
    /// Reads a line in our own form, in half the time that <see cref="EntryJudge"/> needs. False means undecided: the line can still be an entry.
    /// True means that it is one, with the same facts as from <see cref="EntryJudge"/>.
    /// </summary>
    internal static bool TryRead(ReadOnlySpan<byte> line, out EntryFacts facts)
    {
        facts = default;
        if (line.Length > EntryContent.LargestBytes || !Utf8.IsValid(line)) return false;
        var scan = new JsonScan(line);
        if (!scan.Pass("{\"action\":"u8) || !scan.PassPlainString(out var action)) return false;
        if (!scan.Pass(",\"actor\":"u8) || !scan.PassObject()) return false;
        if (scan.Pass(",\"changes\":"u8) && !scan.PassList()) return false;
        if (scan.Pass(",\"details\":"u8) && !scan.PassObject()) return false;
        var hasPrevious = scan.Pass(",\"previous\":"u8);
        if (hasPrevious && !(scan.PassPlainString(out var previous) && facts.TakePrevious(previous))) return false;
        if (scan.Pass(",\"related\":"u8) && !scan.PassList()) return false;
        if (!scan.Pass(",\"sentence\":"u8) || !scan.PassString()) return false;
        if (!scan.Pass(",\"sequence\":"u8) || !scan.PassNumber(out facts.Sequence) || hasPrevious != facts.Sequence > 0) return false;
        if (!scan.Pass(",\"subject\":"u8) || !scan.PassObject()) return false;
        if (!scan.Pass(",\"time\":"u8) || !scan.PassPlainString(out var time) || !facts.TakeTime(time)) return false;
        facts.IsAboutKeys = Ascii.Equals(action, KeyEntries.Begun) || Ascii.Equals(action, KeyEntries.Rotated);
        return scan.Pass("}"u8) && scan.IsAtEnd;
    }

    /// <summary>Reads the hash of the entry before; false when it is not the base64 of a hash.</summary>
    internal bool TakePrevious(ReadOnlySpan<byte> base64)
    {
        Span<byte> hash = stackalloc byte[MerkleHash.Length];
        if (base64.Length != 44 || Base64.DecodeFromUtf8(base64, hash, out _, out var written) != OperationStatus.Done || written != MerkleHash.Length) return false;
        Previous = MerkleHash.From(hash);
        return true;
    }

    private bool TakeTime(ReadOnlySpan<byte> text)
    {
        if (text is not [_, _, _, _, (byte)'-', _, _, (byte)'-', _, _, (byte)'T', _, _, (byte)':', _, _, (byte)':', _, _, (byte)'.', _, _, _, (byte)'Z']) return false;
        var (year, month, day) = (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..10]));
        var (hour, minute, second, millisecond) = (Digits(text[11..13]), Digits(text[14..16]), Digits(text[17..19]), Digits(text[20..23]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || millisecond < 0) return false;
        Time = new(year, month, day, hour, minute, second, millisecond, TimeSpan.Zero);
        return true;
    }

    /// <summary>The number that the digits represent; −1 when there is any other character.</summary>
    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit)) return -1;
            number = (number * 10) + digit - '0';
        }

        return number;
    }
}
