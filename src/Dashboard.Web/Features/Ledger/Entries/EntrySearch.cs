using Dashboard.Core;
using Dashboard.Core.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Ledger.Entries;

/// <summary>Finds entries in order, always through an index: by number, actor, action, actor with action, or subject.</summary>
internal static class EntrySearch
{
    /// <summary>How far apart the clocks of servers that write to the same ledger may be.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public static async Task<IQueryable<FoundEntry>> FindAsync(
        DashboardContext context, EntryFilter filter, bool batchesOnly, CancellationToken cancellationToken)
    {
        // Days are converted to entry numbers first. Times increase with the numbers, so a scan of any index can start and end at the right place.
        long? first = filter.FromTime is { } from ? await FirstSince(context, from - Skew).FirstOrDefaultAsync(cancellationToken) ?? long.MaxValue : null;
        long? last = filter.EndTime is { } end ? await LastBefore(context, end + Skew).FirstOrDefaultAsync(cancellationToken) ?? -1 : null;
        return Matching(context, filter, batchesOnly, first, last);
    }

    internal static IQueryable<long?> FirstSince(DashboardContext context, DateTimeOffset time) => context.LedgerEntries
        .Where(entry => entry.Time >= time).OrderBy(entry => entry.Time).ThenBy(entry => entry.Sequence).Select(entry => (long?)entry.Sequence);

    internal static IQueryable<long?> LastBefore(DashboardContext context, DateTimeOffset time) => context.LedgerEntries
        .Where(entry => entry.Time < time).OrderByDescending(entry => entry.Time).ThenByDescending(entry => entry.Sequence).Select(entry => (long?)entry.Sequence);

    internal static IQueryable<FoundEntry> Matching(DashboardContext context, EntryFilter filter, bool batchesOnly, long? first, long? last)
    {
        var entries = context.LedgerEntries.AsNoTracking();
        if (filter.FromTime is { } from)
            entries = entries.Where(entry => entry.Time >= from);
        if (filter.EndTime is { } end)
            entries = entries.Where(entry => entry.Time < end);
        if (filter.Actor is { } actor)
            entries = entries.Where(entry => entry.ActorSubject == actor);
        if (filter.Action is { } action)
            entries = entries.Where(entry => entry.Action == action);

        var found = Along(context, entries, filter.Subject, batchesOnly);
        if (first is { } low)
            found = found.Where(entry => entry.At >= low);
        if (last is { } high)
            found = found.Where(entry => entry.At <= high);
        return found;
    }

    private static IQueryable<FoundEntry> Along(DashboardContext context, IQueryable<LedgerEntry> entries, SubjectKey? subject, bool batchesOnly)
    {
        if (subject is { } key)
        {
            if (batchesOnly)
                entries = entries.Where(entry => context.LedgerSubjects.Any(link => link.Sequence == entry.Sequence && link.Kind == LedgerSubjects.BatchKind));
            return context.LedgerSubjects.Where(link => link.Kind == key.Kind && link.SubjectId == key.Id)
                .Join(entries, link => link.Sequence, entry => entry.Sequence, (link, entry) => new FoundEntry { At = link.Sequence, Entry = entry });
        }

        return batchesOnly
            ? context.LedgerSubjects.Where(link => link.Kind == LedgerSubjects.BatchKind).Select(link => link.Sequence).Distinct()
                .Join(entries, sequence => sequence, entry => entry.Sequence, (sequence, entry) => new FoundEntry { At = sequence, Entry = entry })
            : entries.Select(entry => new FoundEntry { At = entry.Sequence, Entry = entry });
    }
}

/// <summary>An entry and its position in the index that found it, from which paging continues.</summary>
internal sealed class FoundEntry
{
    public long At { get; init; }

    public required LedgerEntry Entry { get; init; }
}
