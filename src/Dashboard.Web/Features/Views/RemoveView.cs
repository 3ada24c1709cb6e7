using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Views;

internal sealed record RemoveViewRequest(string Path, long Id);

/// <summary>Removes one of the member's own views; another member's view is not found.</summary>
internal sealed class RemoveView(IDbContextFactory<DashboardContext> contexts, MemberAccess access, ViewPages pages)
{
    public async Task<Result> HandleAsync(RemoveViewRequest request, CancellationToken cancellationToken)
    {
        if (pages.Find(request.Path) is not { } page)
            return new ViewAddressInvalid();
        var member = await access.RequireAsync(page.Permission, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var removed = await context.SavedViews
            .Where(view => view.Id == request.Id && view.MemberId == member.Value.Id && view.Page == page.Path)
            .ExecuteDeleteAsync(cancellationToken);
        return removed == 0 ? new ViewNotFound() : Result.Done;
    }
}
