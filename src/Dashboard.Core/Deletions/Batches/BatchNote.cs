using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;

namespace Dashboard.Core.Deletions;

/// <summary>A note by someone who oversees deletions, about a batch or one of its items. It is never changed.</summary>
public sealed class BatchNote : ILedgered
{
    public const int MaxLength = 2000;

    private BatchNote()
    {
    }

    public long Id { get; private set; }

    public long BatchId { get; private set; }

    /// <summary>The item that the note is about; null if it is about the batch.</summary>
    public long? ItemNumber { get; private set; }

    public long MemberId { get; private set; }

    public string Name { get; private set; } = "";

    public string Text { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static Result<BatchNote> Write(DeletionBatch batch, long? itemNumber, Member by, string text, DateTimeOffset now)
    {
        text = text.Trim();
        if (text.Length == 0)
            return new NoteNeedsText();
        if (text.Length > MaxLength)
            return new TextTooLong("The note", MaxLength);
        return new BatchNote { BatchId = batch.Id, ItemNumber = itemNumber, MemberId = by.Id, Name = by.Name, Text = text, At = now };
    }
}
