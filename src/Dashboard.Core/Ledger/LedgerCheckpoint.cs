using Dashboard.Ledger;

namespace Dashboard.Core.Ledger;

/// <summary>A signed head of the log, kept permanently. In the journal it directly follows the last entry that it covers.</summary>
public sealed class LedgerCheckpoint
{
    private LedgerCheckpoint()
    {
    }

    /// <summary>Number of entries that it covers.</summary>
    public long Size { get; private set; }

    public DateTimeOffset SignedAt { get; private set; }

    /// <summary>32 bytes.</summary>
    public byte[] Root { get; private set; } = [];

    /// <summary>The signed note, as others verify it.</summary>
    public string Note { get; private set; } = "";

    /// <summary>ID of the key that signed: eight hexadecimal digits.</summary>
    public string KeyId { get; private set; } = "";

    /// <summary>Where its line starts in the journal, in bytes.</summary>
    public long Position { get; private set; }

    public static LedgerCheckpoint Of(Checkpoint checkpoint, string note, NoteKey key, long position, DateTimeOffset now) => new()
    {
        Size = checkpoint.Size,
        SignedAt = now,
        Root = checkpoint.Root.ToArray(),
        Note = note,
        KeyId = $"{key.Id:x8}",
        Position = position,
    };

    /// <summary>Its line in the journal: the note as one JSON string, followed by a line feed.</summary>
    public byte[] ToLine() => JournalLines.Checkpoint(Note);
}
