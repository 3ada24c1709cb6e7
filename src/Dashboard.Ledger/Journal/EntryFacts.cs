using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Dashboard.Ledger;

/// <summary>What the verifier needs to know of an entry; found without objects, because there may be millions.</summary>
internal struct EntryFacts
{
    private const int None = -1;

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

    /// <summary>Checks that the line is well-formed JSON in UTF-8 with the members of an entry in their order, and takes out a few.</summary>
    public static EntryFacts Read(ReadOnlySpan<byte> line)
    {
        var facts = new EntryFacts();
        if (line.Length <= EntryContent.LargestBytes && Utf8.IsValid(line) && facts.TryFill(line)) return facts;
        facts = new() { Sequence = None };
        try
        {
            facts.Error = facts.Fill(line);
        }
        catch (JsonException)
        {
            facts.Error = "it is not JSON";
        }

        return facts;
    }

    /// <summary>
    /// Reads an entry that is written as ours are. Anything else gets no verdict here, but from <see cref="Fill"/>, which knows the words; what
    /// this takes, that takes too. It saves two thirds of the time.
    /// </summary>
    private bool TryFill(ReadOnlySpan<byte> line)
    {
        var scan = new JsonScan(line);
        if (!scan.Pass("{\"action\":"u8) || !scan.PassPlainString(out var action)) return false;
        if (!scan.Pass(",\"actor\":"u8) || !scan.PassObject()) return false;
        if (scan.Pass(",\"changes\":"u8) && !scan.PassList()) return false;
        if (scan.Pass(",\"details\":"u8) && !scan.PassObject()) return false;
        var hasPrevious = scan.Pass(",\"previous\":"u8);
        if (hasPrevious && (!scan.PassPlainString(out var previous) || !TakePrevious(previous))) return false;
        if (scan.Pass(",\"related\":"u8) && !scan.PassList()) return false;
        if (!scan.Pass(",\"sentence\":"u8) || !scan.PassString()) return false;
        if (!scan.Pass(",\"sequence\":"u8) || !scan.PassNumber(out Sequence) || hasPrevious != Sequence > 0) return false;
        if (!scan.Pass(",\"subject\":"u8) || !scan.PassObject()) return false;
        if (!scan.Pass(",\"time\":"u8) || !scan.PassPlainString(out var time) || !TakeTime(time)) return false;
        IsAboutKeys = Ascii.Equals(action, KeyEntries.Begun) || Ascii.Equals(action, KeyEntries.Rotated);
        return scan.Pass("}"u8) && scan.IsAtEnd;
    }

    private string? Fill(ReadOnlySpan<byte> line)
    {
        if (line.Length > EntryContent.LargestBytes) return $"it has {line.Length:N0} bytes, and the largest entry has {EntryContent.LargestBytes:N0}";
        if (line is [.., (byte)'\r']) return "it ends with CR LF, where the ledger writes LF";
        if (line is not [(byte)'{', .., (byte)'}']) return "it is not a JSON object";
        if (!Utf8.IsValid(line)) return "it is not text in UTF-8";
        var reader = new Utf8JsonReader(line);
        reader.Read();
        var seen = 0;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var member = Member(reader.ValueSpan);
            if (member < 0) return "it has a member that entries do not have";
            if (seen >> member != 0) return "its members are not in their order, or one stands twice";
            seen |= 1 << member;
            reader.Read();
            if (reader.TokenType != TypeOf(member)) return "a member is of another type than in entries";
            if (Take(member, ref reader) is { } wrong) return wrong;
        }

        while (reader.Read())
        {
        }

        const int required = (1 << Action) | (1 << Actor) | (1 << Sentence) | (1 << SequenceNumber) | (1 << Subject) | (1 << TimeOfEntry);
        if ((seen & required) != required) return "a member that every entry has is missing";
        return (seen & (1 << PreviousHash)) != 0 == Sequence > 0 ? null : "every entry but the first names the hash of the one before";
    }

    private string? Take(int member, ref Utf8JsonReader reader)
    {
        switch (member)
        {
            case Action:
                IsAboutKeys = reader.ValueTextEquals(KeyEntries.Begun) || reader.ValueTextEquals(KeyEntries.Rotated);
                return null;
            case PreviousHash:
                return TakePrevious(reader.ValueSpan) ? null : "what it names as the hash of the entry before is not the base64 of a hash";
            case SequenceNumber:
                return reader.TryGetInt64(out Sequence) && Sequence >= 0 ? null : "its number is not a whole number from 0";
            case TimeOfEntry:
                // Sooner than the exact form would be, which the reader of single entries insists on.
                return reader.ValueSpan is { Length: 24 } and [.., (byte)'Z'] && reader.TryGetDateTimeOffset(out Time) ? null : "its time does not read like 2026-11-24T03:17:59.123Z";
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>Takes a time in the very form of ours; a leap second is none.</summary>
    private bool TakeTime(ReadOnlySpan<byte> text)
    {
        if (text is not [_, _, _, _, (byte)'-', _, _, (byte)'-', _, _, (byte)'T', _, _, (byte)':', _, _, (byte)':', _, _, (byte)'.', _, _, _, (byte)'Z']) return false;
        var (year, month, day) = (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..10]));
        var (hour, minute, second, millisecond) = (Digits(text[11..13]), Digits(text[14..16]), Digits(text[17..19]), Digits(text[20..23]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || millisecond < 0) return false;
        Time = new(year, month, day, hour, minute, second, millisecond, TimeSpan.Zero);
        return true;
    }

    /// <summary>A number of digits alone; negative where it is none.</summary>
    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit)) return int.MinValue / 2;
            number = (number * 10) + digit - '0';
        }

        return number;
    }

    private bool TakePrevious(ReadOnlySpan<byte> base64)
    {
        Span<byte> hash = stackalloc byte[MerkleHash.Length];
        if (base64.Length != 44 || Base64.DecodeFromUtf8(base64, hash, out _, out var written) != OperationStatus.Done || written != MerkleHash.Length) return false;
        Previous = MerkleHash.From(hash);
        return true;
    }

    private const int Action = 0;
    private const int Actor = 1;
    private const int Changes = 2;
    private const int Details = 3;
    private const int PreviousHash = 4;
    private const int Related = 5;
    private const int Sentence = 6;
    private const int SequenceNumber = 7;
    private const int Subject = 8;
    private const int TimeOfEntry = 9;

    private static int Member(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("action"u8) ? Action
        : name.SequenceEqual("actor"u8) ? Actor
        : name.SequenceEqual("changes"u8) ? Changes
        : name.SequenceEqual("details"u8) ? Details
        : name.SequenceEqual("previous"u8) ? PreviousHash
        : name.SequenceEqual("related"u8) ? Related
        : name.SequenceEqual("sentence"u8) ? Sentence
        : name.SequenceEqual("sequence"u8) ? SequenceNumber
        : name.SequenceEqual("subject"u8) ? Subject
        : name.SequenceEqual("time"u8) ? TimeOfEntry
        : None;

    private static JsonTokenType TypeOf(int member) => member switch
    {
        Actor or Details or Subject => JsonTokenType.StartObject,
        Changes or Related => JsonTokenType.StartArray,
        SequenceNumber => JsonTokenType.Number,
        _ => JsonTokenType.String,
    };
}
