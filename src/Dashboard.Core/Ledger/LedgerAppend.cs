using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Ledger;

/// <summary>Appends entries at the end of the log, inside the caller's transaction.</summary>
internal static class LedgerAppend
{
    public static async Task AppendAsync(
        DashboardContext context, LedgerActor actor, IReadOnlyList<LedgerDraft> drafts, TimeProvider clock, CancellationToken cancellationToken)
    {
        var head = await LockHeadAsync(context, cancellationToken);
        var range = head.ToRange();
        var (last, position) = (head.Size == 0 ? (MerkleHash?)null : MerkleHash.From(head.LastHash), head.Position);
        var rows = new List<object>();
        var completed = new List<(NodeId Id, MerkleHash Hash)>();
        // The time of the log, not of the request: taken under the lock, so that it runs with the numbers.
        var now = clock.GetUtcNow();
        var time = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond)).ToUniversalTime();
        foreach (var draft in drafts)
        {
            var content = new EntryContent(
                range.Size, time, actor, draft.Action, draft.Subject, draft.Related, $"{actor.Name} {Ended(draft.Sentence)}", draft.Changes, draft.Details, last);
            // SQL Server would refuse the column, SQLite would not: a draft that is too long fails on both.
            if (content.Sentence.Length > LedgerEntry.LongestSentence)
                throw new EntryFormatException($"The sentence of entry {content.Sequence} ({content.Action}) has {content.Sentence.Length:N0} characters; the longest has {LedgerEntry.LongestSentence:N0}.");
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
    }

    /// <summary>
    /// Takes the writers' turn: an update of the head's row, whose lock every database keeps until the transaction ends. Only then is the
    /// head read.
    /// </summary>
    public static async Task<LedgerHead> LockHeadAsync(DashboardContext context, CancellationToken cancellationToken)
    {
        await context.LedgerHead.ExecuteUpdateAsync(set => set.SetProperty(head => head.Turn, head => head.Turn + 1), cancellationToken);
        return await context.LedgerHead.SingleAsync(cancellationToken);
    }

    public static async Task SaveAsync(DashboardContext context, LedgerHead head, List<object> rows, CancellationToken cancellationToken)
    {
        context.AddRange(rows);
        await context.SaveChangesAsync(cancellationToken);
        // The head must be read anew under the next lock, and the rows are never needed again.
        foreach (var row in rows.Prepend(head))
            context.Entry(row).State = EntityState.Detached;
    }

    /// <summary>With its full stop: a reason at the end often brings its own.</summary>
    private static string Ended(string sentence) => sentence.EndsWith('.') || sentence.EndsWith('!') || sentence.EndsWith('?') ? sentence : $"{sentence}.";
}
