using Dashboard.Ledger;

namespace Dashboard.Core.Ledger;

/// <summary>
/// One leaf of the log. <see cref="Content"/> is the entry: its bytes are hashed, exported and checked. The other columns repeat parts of
/// it for filters; the self-check compares them with it.
/// </summary>
public sealed class LedgerEntry
{
    /// <summary>Maximum length of a sentence, in characters.</summary>
    public const int LongestSentence = 2000;

    private LedgerEntry()
    {
    }

    /// <summary>Number of the entry, from 0 and without gaps: its index among the leaves.</summary>
    public long Sequence { get; private set; }

    public DateTimeOffset Time { get; private set; }

    public string ActorSubject { get; private set; } = "";

    public string ActorName { get; private set; } = "";

    public string Action { get; private set; } = "";

    public string SubjectKind { get; private set; } = "";

    public string SubjectId { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    /// <summary>Canonical JSON (RFC 8785) in UTF-8.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>Hash of the leaf (RFC 6962), 32 bytes.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>Where its line starts in the journal, in bytes.</summary>
    public long Position { get; private set; }

    public static LedgerEntry Of(EntryContent content, byte[] bytes, MerkleHash hash, long position) => new()
    {
        Sequence = content.Sequence,
        Time = content.Time,
        ActorSubject = content.Actor.Subject,
        ActorName = content.Actor.Name,
        Action = content.Action,
        SubjectKind = content.Subject.Kind,
        SubjectId = content.Subject.Id,
        Sentence = content.Sentence,
        Content = bytes,
        Hash = hash.ToArray(),
        Position = position,
    };

    /// <summary>Whether the columns that pages filter and show match the entry's content.</summary>
    public bool Repeats(EntryContent content) =>
        Sequence == content.Sequence && Time == content.Time && ActorSubject == content.Actor.Subject && ActorName == content.Actor.Name
        && Action == content.Action && SubjectKind == content.Subject.Kind && SubjectId == content.Subject.Id && Sentence == content.Sentence;
}
