using Dashboard.Core;
using Dashboard.Core.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Ledger.Entries;

/// <param name="OlderThan">Number of the last entry of the previous page; null for the newest.</param>
/// <param name="NewerThan">Number of the first entry of the next page, when paging back.</param>
internal sealed record ListEntriesRequest(EntryFilter Filter, long? OlderThan = null, long? NewerThan = null);

/// <summary>A page of the ledger, newest first.</summary>
internal sealed class ListEntries(IDbContextFactory<DashboardContext> contexts, LedgerAccess access)
{
    public const int PageSize = 50;

    /// <summary>Counts stop here and show as “1,000+”; an exact count costs more than it is worth.</summary>
    public const int CountLimit = 1000;

    /// <summary>Members that the filter offers by name; the others are found through one of their entries.</summary>
    private const int MostActors = 300;

    public async Task<Result<EntriesAnswer>> HandleAsync(ListEntriesRequest request, CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken);
        if (reader.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await EntrySearch.FindAsync(context, request.Filter, !reader.Value.SeesAll, cancellationToken);
        var rows = await Page(found, request).ToListAsync(cancellationToken);
        var isMore = rows.Count > PageSize;
        if (isMore)
            rows.RemoveAt(PageSize);
        var isBack = request.NewerThan is not null;
        if (isBack)
            rows.Reverse();
        return new EntriesAnswer(
            rows,
            request.Filter == EntryFilter.None && reader.Value.SeesAll
                ? await context.LedgerHead.Select(head => head.Size).SingleAsync(cancellationToken)
                : await Count(found).CountAsync(cancellationToken),
            IsCapped: request.Filter != EntryFilter.None,
            HasNewer: rows.Count > 0 && (isBack ? isMore : request.OlderThan is not null),
            HasOlder: rows.Count > 0 && (isBack || isMore),
            await ActorsAsync(context, request.Filter.Actor, cancellationToken),
            reader.Value.SeesAll);
    }

    internal static IQueryable<EntryRow> Page(IQueryable<FoundEntry> found, ListEntriesRequest request)
    {
        var page = request switch
        {
            { NewerThan: { } newer } => found.Where(entry => entry.At > newer).OrderBy(entry => entry.At),
            { OlderThan: { } older } => found.Where(entry => entry.At < older).OrderByDescending(entry => entry.At),
            _ => found.OrderByDescending(entry => entry.At),
        };
        return page.Take(PageSize + 1).Select(entry => new EntryRow(
            entry.At, entry.Entry.Time, entry.Entry.ActorName, entry.Entry.Action, entry.Entry.SubjectKind, entry.Entry.SubjectId, entry.Entry.Sentence));
    }

    internal static IQueryable<long> Count(IQueryable<FoundEntry> found) => found.OrderBy(entry => entry.At).Take(CountLimit).Select(entry => entry.At);

    /// <summary>The possible actors: members, by name. They are not read from the ledger, which can be long.</summary>
    private static async Task<IReadOnlyList<ActorChoice>> ActorsAsync(DashboardContext context, string? chosen, CancellationToken cancellationToken)
    {
        var actors = await context.Members.OrderBy(member => member.Name).Take(MostActors)
            .Select(member => new ActorChoice(member.Subject, member.Name)).ToListAsync(cancellationToken);
        actors.Add(new(LedgerActors.Dashboard.Subject, LedgerActors.Dashboard.Name));
        if (chosen is not null && actors.TrueForAll(actor => actor.Subject != chosen))
        {
            var name = await context.LedgerEntries.Where(entry => entry.ActorSubject == chosen).OrderByDescending(entry => entry.Sequence)
                .Select(entry => entry.ActorName).FirstOrDefaultAsync(cancellationToken);
            actors.Add(new(chosen, name ?? "unknown"));
        }

        return actors;
    }
}

/// <param name="Count">At most <see cref="ListEntries.CountLimit"/> where <paramref name="IsCapped"/>.</param>
/// <param name="SeesAll">False for reviewers, who see only entries about batches.</param>
public sealed record EntriesAnswer(
    IReadOnlyList<EntryRow> Rows, long Count, bool IsCapped, bool HasNewer, bool HasOlder, IReadOnlyList<ActorChoice> Actors, bool SeesAll);

public sealed record EntryRow(
    long Sequence, DateTimeOffset Time, string Actor, string Action, string SubjectKind, string SubjectId, string Sentence);

public sealed record ActorChoice(string Subject, string Name);
