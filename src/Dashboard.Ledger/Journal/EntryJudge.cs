using System.Text.Json;
using System.Text.Unicode;

namespace Dashboard.Ledger;

/// <summary>Decides whether a line is an entry, in any JSON form, and explains why if it is not.</summary>
internal static class EntryJudge
{
    private const int None = -1;

    /// <summary>Reads the line token by token.</summary>
    public static EntryFacts Judge(ReadOnlySpan<byte> line)
    {
        var facts = new EntryFacts { Sequence = None };
        try
        {
            facts.Error = Fill(line, ref facts);
        }
        catch (JsonException)
        {
            facts.Error = "it is not JSON";
        }

        return facts;
    }

    private static string? Fill(ReadOnlySpan<byte> line, ref EntryFacts facts)
    {
        if (line.Length > EntryContent.LargestBytes) return $"it has {line.Length:N0} bytes, but an entry has at most {EntryContent.LargestBytes:N0}";
        if (line is [.., (byte)'\r']) return "it ends with CR LF, but the ledger uses LF";
        if (line is not [(byte)'{', .., (byte)'}']) return "it is not a JSON object";
        if (!Utf8.IsValid(line)) return "it is not valid UTF-8";
        var reader = new Utf8JsonReader(line);
        reader.Read();
        var seen = 0;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var member = Member(reader.ValueSpan);
            if (member < 0) return "it has an unknown member";
            if (seen >> member != 0) return "its members are not in order, or one appears twice";
            seen |= 1 << member;
            reader.Read();
            if (reader.TokenType != TypeOf(member)) return "a member has the wrong type";
            if (Take(member, ref reader, ref facts) is { } wrong) return wrong;
        }

        while (reader.Read())
        {
        }

        const int required = (1 << Action) | (1 << Actor) | (1 << Sentence) | (1 << SequenceNumber) | (1 << Subject) | (1 << TimeOfEntry);
        if ((seen & required) != required) return "a required member is missing";
        return (seen & (1 << PreviousHash)) != 0 == facts.Sequence > 0 ? null : "every entry except entry 0 must name the hash of the entry before it, and entry 0 must not";
    }

    private static string? Take(int member, ref Utf8JsonReader reader, ref EntryFacts facts)
    {
        switch (member)
        {
            case Action:
                facts.IsAboutKeys = reader.ValueTextEquals(KeyEntries.Begun) || reader.ValueTextEquals(KeyEntries.Rotated);
                return null;
            case PreviousHash:
                return facts.TakePrevious(reader.ValueSpan) ? null : "its previous hash is not the base64 of a hash";
            case SequenceNumber:
                return reader.TryGetInt64(out facts.Sequence) && facts.Sequence >= 0 ? null : "its sequence number is not a whole number of 0 or more";
            case TimeOfEntry:
                // Faster than checking the exact form, which the reader of single entries does.
                return reader.ValueSpan is { Length: 24 } and [.., (byte)'Z'] && reader.TryGetDateTimeOffset(out facts.Time) ? null : "its time is not in the form 2026-11-24T03:17:59.123Z";
            default:
                reader.Skip();
                return null;
        }
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
