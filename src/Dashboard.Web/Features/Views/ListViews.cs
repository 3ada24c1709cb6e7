using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Views;

/// <summary>The member's saved views of one page, sorted by name.</summary>
internal sealed class ListViews(IDbContextFactory<DashboardContext> contexts, MemberAccess access, ViewPages pages)
{
    public async Task<Result<IReadOnlyList<ViewRow>>> HandleAsync(string path, CancellationToken cancellationToken)
    {
        if (pages.Find(path) is not { } page)
            return new ViewAddressInvalid();
        var member = await access.RequireAsync(page.Permission, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SavedViews
            .Where(view => view.MemberId == member.Value.Id && view.Page == page.Path)
            .OrderBy(view => view.NameKey)
            .Select(view => new ViewRow(view.Id, view.Name, view.Query))
            .ToListAsync(cancellationToken);
    }
}

/// <param name="Query">As <see cref="ViewPage.Canonical"/> writes it.</param>
public sealed record ViewRow(long Id, string Name, string Query);
