using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Migration;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Imports.Review;

/// <param name="After">ID of the last row of the previous page; null for the first page.</param>
/// <param name="Before">ID of the first row of the next page, when going back.</param>
internal sealed record ListImportChangesRequest(long ImportId, long? After = null, long? Before = null);

/// <summary>A page of the datasets that an import changed. A data steward gets only those of their own systems.</summary>
internal sealed class ListImportChanges(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, IOptions<ProgrammeSettings> programme)
{
    public const int PageSize = 50;

    public async Task<Result<ImportChangesAnswer>> HandleAsync(ListImportChangesRequest request, CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ViewImports, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;
        if (member.Value.May(Permission.ViewDatasets, programme.Value.OversightCountry).Refusal is { } noDatasets)
            return noDatasets;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var seen = member.Value.SystemsSeen(Permission.ViewDatasets, programme.Value.OversightCountry);
        var rows = await Page(context, request, seen).ToListAsync(cancellationToken);
        var isMore = rows.Count > PageSize;
        if (isMore)
            rows.RemoveAt(PageSize);
        var isBack = request.Before is not null;
        if (isBack)
            rows.Reverse();
        return new ImportChangesAnswer(
            rows, HasPrevious: rows.Count > 0 && (isBack ? isMore : request.After is not null), HasNext: rows.Count > 0 && (isBack || isMore));
    }

    /// <param name="systemsSeen">Names of the systems whose datasets the member may see; null for all.</param>
    internal static IQueryable<ImportChangeRow> Page(
        DashboardContext context, ListImportChangesRequest request, IReadOnlyList<string>? systemsSeen)
    {
        var changes = context.DatasetChanges.AsNoTracking().Where(change => change.ImportId == request.ImportId);
        if (systemsSeen is not null)
        {
            changes = changes.Where(change => context.Datasets.Any(dataset =>
                dataset.Id == change.DatasetId && context.Systems.Any(system => system.Id == dataset.SystemId && systemsSeen.Contains(system.Name))));
        }

        var page = request switch
        {
            { Before: { } before } => changes.Where(change => change.Id < before).OrderByDescending(change => change.Id),
            { After: { } after } => changes.Where(change => change.Id > after).OrderBy(change => change.Id),
            _ => changes.OrderBy(change => change.Id),
        };
        return page.Take(PageSize + 1).Select(change => new ImportChangeRow(
            change.Id,
            change.DatasetId,
            context.Datasets.Where(dataset => dataset.Id == change.DatasetId).Select(dataset => dataset.Name).First(),
            change.New,
            change.Changed,
            change.Vanished,
            change.VerifiedAbsent,
            change.Reappeared,
            change.StageBefore,
            change.StageAfter));
    }
}

public sealed record ImportChangesAnswer(IReadOnlyList<ImportChangeRow> Rows, bool HasPrevious, bool HasNext);

public sealed record ImportChangeRow(
    long Id, long DatasetId, string Dataset, long New, long Changed, long Vanished, long VerifiedAbsent, long Reappeared,
    Stage? StageBefore, Stage? StageAfter);
