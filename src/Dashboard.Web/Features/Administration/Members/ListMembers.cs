using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Members;

/// <param name="After">The last member of the previous page; null for the first page.</param>
internal sealed record ListMembersRequest(MemberCursor? After = null, MemberFilter? Filter = null);

/// <summary>A page of everyone who has ever signed in, by name.</summary>
internal sealed class ListMembers(IDbContextFactory<DashboardContext> contexts, MemberAccess access)
{
    public const int PageSize = 50;

    public async Task<Result<MembersAnswer>> HandleAsync(ListMembersRequest request, CancellationToken cancellationToken)
    {
        if ((await access.RequireAsync(Permission.ViewMembers, cancellationToken)).Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var filtered = (request.Filter ?? new()).Among(context.Members.AsNoTracking());
        var rows = await Page(filtered, request).ToListAsync(cancellationToken);
        return new MembersAnswer([.. rows.Take(PageSize)], HasNext: rows.Count > PageSize, await filtered.CountAsync(cancellationToken));
    }

    internal static IQueryable<MemberRow> Page(IQueryable<Member> members, ListMembersRequest request)
    {
        if (request.After is { } after)
            members = members.Where(member => member.Name.CompareTo(after.Name) > 0 || (member.Name == after.Name && member.Id > after.Id));
        return Rows(members, PageSize + 1);
    }

    /// <summary>The members in the order of the list.</summary>
    /// <param name="limit">Most rows to return; null for all of them.</param>
    internal static IQueryable<MemberRow> Rows(IQueryable<Member> members, int? limit = null)
    {
        IQueryable<Member> ordered = members.OrderBy(member => member.Name).ThenBy(member => member.Id);
        return (limit is { } count ? ordered.Take(count) : ordered).Select(member => new MemberRow(
            member.Id, member.Name, member.Email, member.Roles, member.Unit, member.Country, member.IsActive,
            member.SuspendedBy, member.SuspensionReason, member.SuspendedAt, member.FirstSignIn, member.LastSignIn));
    }
}

/// <summary>A position in the list: the last member of a page.</summary>
internal sealed record MemberCursor(string Name, long Id);

/// <param name="Total">The number of members that match the filter, on all pages.</param>
public sealed record MembersAnswer(IReadOnlyList<MemberRow> Rows, bool HasNext, int Total);

public sealed record MemberRow(
    long Id, string Name, string? Email, Roles Roles, string? Unit, string? Country, bool IsActive,
    string? SuspendedBy, string? SuspensionReason, DateTimeOffset? SuspendedAt, DateTimeOffset FirstSignIn, DateTimeOffset LastSignIn);
