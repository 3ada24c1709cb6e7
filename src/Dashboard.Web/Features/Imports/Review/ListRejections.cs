using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Imports.Review;

/// <param name="After">ID of the last row of the previous page; null for the first page.</param>
/// <param name="Before">ID of the first row of the next page, when going back.</param>
internal sealed record ListRejectionsRequest(long ImportId, long? After = null, long? Before = null);

/// <summary>A page of the rows that an import rejected, in the order of the file.</summary>
internal sealed class ListRejections(IDbContextFactory<DashboardContext> contexts, MemberAccess access)
{
    public const int PageSize = 50;

    public async Task<Result<RejectionsAnswer>> HandleAsync(ListRejectionsRequest request, CancellationToken cancellationToken)
    {
        if ((await access.RequireAsync(Permission.ViewImports, cancellationToken)).Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await Page(context, request, PageSize + 1).ToListAsync(cancellationToken);
        var isMore = rows.Count > PageSize;
        if (isMore)
            rows.RemoveAt(PageSize);
        var isBack = request.Before is not null;
        if (isBack)
            rows.Reverse();
        return new RejectionsAnswer(
            rows, HasPrevious: rows.Count > 0 && (isBack ? isMore : request.After is not null), HasNext: rows.Count > 0 && (isBack || isMore));
    }

    internal static IQueryable<RejectionRow> Page(DashboardContext context, ListRejectionsRequest request, int size)
    {
        var rejections = context.ImportRejections.AsNoTracking().Where(rejection => rejection.ImportId == request.ImportId);
        var page = request switch
        {
            { Before: { } before } => rejections.Where(rejection => rejection.Id < before).OrderByDescending(rejection => rejection.Id),
            { After: { } after } => rejections.Where(rejection => rejection.Id > after).OrderBy(rejection => rejection.Id),
            _ => rejections.OrderBy(rejection => rejection.Id),
        };
        return page.Take(size).Select(rejection => new RejectionRow(
            rejection.Id, rejection.File, rejection.Line, rejection.Column, rejection.Value, rejection.Reason));
    }
}

public sealed record RejectionsAnswer(IReadOnlyList<RejectionRow> Rows, bool HasPrevious, bool HasNext);

public sealed record RejectionRow(long Id, string File, long Line, string Column, string Value, string Reason);
