using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Ledger;

/// <summary>Appends entries at the end of the log, inside the caller's transaction, which must have its turn.</summary>
internal static class LedgerAppend
{
    /// <returns>The last entry.</returns>
    public static async Task<LedgerEntry> AppendAsync(
        DashboardContext context, LedgerActor actor, IReadOnlyList<LedgerDraft> drafts, TimeProvider clock, CancellationToken cancellationToken)
    {
        var head = await context.LedgerHead.SingleAsync(cancellationToken);
        var range = head.ToRange();
        var (last, position) = (head.Size == 0 ? (MerkleHash?)null : MerkleHash.From(head.LastHash), head.Position);
        var rows = new List<object>();
        var completed = new List<(NodeId Id, MerkleHash Hash)>();
        // The log's time, not the request's: taken when it has its turn, so that times are in the order of the entries.
        var now = clock.GetUtcNow();
        var time = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond)).ToUniversalTime();
        foreach (var draft in drafts)
        {
            var content = new EntryContent(
                range.Size, time, actor, draft.Action, draft.Subject, draft.Related, $"{actor.Name} {WithPeriod(draft.Sentence)}", draft.Changes, draft.Details, last);
            // SQL Server would reject a sentence that is too long; SQLite would not. This check fails on both.
            if (content.Sentence.Length > LedgerEntry.LongestSentence)
                throw new EntryFormatException($"The sentence of entry {content.Sequence} ({content.Action}) has {content.Sentence.Length:N0} characters; the maximum is {LedgerEntry.LongestSentence:N0}.");
            var bytes = content.ToBytes();
            last = MerkleHash.Leaf(bytes);
            rows.Add(LedgerEntry.Of(content, bytes, last.Value, position));
            rows.AddRange(draft.Related.Prepend(draft.Subject).DistinctBy(subject => (subject.Kind, subject.Id))
                .Select(subject => new LedgerSubjectLink(subject.Kind, subject.Id, content.Sequence)));
            range.Append(last.Value, completed);
            position += bytes.Length + 1;
        }

        rows.AddRange(completed.Select(node => LedgerNode.Of(node.Id, node.Hash)));
        head.Advance(range, last!.Value, position);
        await SaveAsync(context, head, rows, cancellationToken);
        return rows.OfType<LedgerEntry>().Last();
    }

    public static async Task SaveAsync(DashboardContext context, LedgerHead head, List<object> rows, CancellationToken cancellationToken)
    {
        context.AddRange(rows);
        await context.SaveChangesAsync(cancellationToken);
        // The head must be read again in the next turn, and the rows are no longer needed.
        foreach (var row in rows.Prepend(head))
            context.Entry(row).State = EntityState.Detached;
    }

    /// <summary>Ends a sentence with a period, unless it already has one: a reason at its end often does.</summary>
    private static string WithPeriod(string sentence) => sentence.EndsWith('.') || sentence.EndsWith('!') || sentence.EndsWith('?') ? sentence : $"{sentence}.";
}
