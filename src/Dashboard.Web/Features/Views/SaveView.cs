using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Databases;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Views;

/// <param name="Query">The page's query as written in the URL; keys that are not part of a view are dropped.</param>
internal sealed record SaveViewRequest(string Path, string Query, string Name);

/// <summary>Saves the filters and sort order of a member's page under a name.</summary>
internal sealed class SaveView(IDbContextFactory<DashboardContext> contexts, MemberAccess access, ViewPages pages, TimeProvider clock)
{
    /// <returns>The view's id.</returns>
    public Task<Result<long>> HandleAsync(SaveViewRequest request, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(request, cancellationToken), cancellationToken);

    private async Task<Result<long>> OnceAsync(SaveViewRequest request, CancellationToken cancellationToken)
    {
        if (pages.Find(request.Path) is not { } page)
            return new ViewAddressInvalid();
        var member = await access.RequireAsync(page.Permission, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;
        var saved = SavedView.Save(member.Value, page.Path, page.Canonical(request.Query), request.Name, clock.GetUtcNow());
        if (saved.Refusal is { } invalid)
            return invalid;
        var view = saved.Value;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.BeginTurnAsync(cancellationToken);
        var names = await context.SavedViews
            .Where(known => known.MemberId == view.MemberId && known.Page == view.Page)
            .Select(known => known.NameKey)
            .ToListAsync(cancellationToken);
        if (names.Contains(view.NameKey))
            return new ViewNameTaken(view.Name);
        if (names.Count >= SavedView.Most)
            return new TooManyViews();
        context.SavedViews.Add(view);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return view.Id;
    }
}
