using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Deletions.Decisions;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Review;

/// <param name="ItemNumber">The item that the note is about; null for the batch as a whole.</param>
internal sealed record WriteNoteRequest(long BatchId, long? ItemNumber, string Text);

/// <summary>Adds a note for the others who decide. It does not void approvals.</summary>
internal sealed class WriteNote(BatchDecisions decisions)
{
    public Task<Result> HandleAsync(WriteNoteRequest request, CancellationToken cancellationToken) => decisions.DecideAsync(
        Permission.StopDeletions, request.BatchId, decision => WriteAsync(decision, request, cancellationToken), cancellationToken);

    private static async Task<Result<LedgerDraft>> WriteAsync(BatchDecision decision, WriteNoteRequest request, CancellationToken cancellationToken)
    {
        var (context, batch, member, _, now) = decision;
        if (request.ItemNumber is { } number && !await context.ItemsOf(batch).AnyAsync(item => item.Number == number, cancellationToken))
            return new ItemNotFound(number);
        var note = BatchNote.Write(batch, request.ItemNumber, member, request.Text, now);
        if (note.Refusal is { } refusal)
            return refusal;
        context.BatchNotes.Add(note.Value);
        var about = request.ItemNumber is { } item ? $"item {item} of the deletion batch" : "the deletion batch";
        return BatchEntries.Of(LedgerActions.BatchNoteWritten, batch, $"wrote a note about {about} “{batch.Name}”: {BatchEntries.Because(request.Text)}");
    }
}
