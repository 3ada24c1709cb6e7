using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace Dashboard.Ledger;

/// <summary>What the verifier needs to know of an entry; found without objects, because there may be millions.</summary>
internal struct EntryFacts
{
    /// <summary>Leaf hash, of whatever bytes the line has.</summary>
    public MerkleHash Hash;

    /// <summary>Hash of the entry before, as this one names it; only entry 0 has none.</summary>
    public MerkleHash Previous;

    public long Sequence;

    public DateTimeOffset Time;

    /// <summary>The entry says which key signs.</summary>
    public bool IsAboutKeys;

    /// <summary>Why the line is no entry; null where it is one.</summary>
    public string? Error;

    /// <summary>
    /// Checks that the line is well-formed JSON in UTF-8 with the members of an entry in their order, and takes out a few. A line that is
    /// written as ours are is read at once; any other is handed to <see cref="EntryJudge"/>.
    /// </summary>
    public static EntryFacts Read(ReadOnlySpan<byte> line) => TryRead(line, out var facts) ? facts : EntryJudge.Judge(line);

    /// <summary>
    /// Reads a line that is written as ours are, which takes half the time that the judge needs. False is no verdict: it may still be an entry. But
    /// whatever is read here is one, with the same facts.
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

    /// <summary>Takes the hash of the entry before; false where it is not the base64 of a hash.</summary>
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

    /// <summary>The number that digits stand for; −1 where anything else stands among them.</summary>
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
