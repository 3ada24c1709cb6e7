using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Migration;

/// <param name="BeforeId">ID of the last row shown; null for the newest rows.</param>
internal sealed record ListDatasetHistoryRequest(long DatasetId, long? BeforeId = null);

/// <summary>The history of one dataset, newest first: the changes by each import, and each change of its stage.</summary>
internal sealed class ListDatasetHistory(IDbContextFactory<DashboardContext> contexts, DatasetAccess access)
{
    public const int PageSize = 20;

    public async Task<Result<DatasetHistoryAnswer>> HandleAsync(ListDatasetHistoryRequest request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if ((await access.OpenAsync(context, request.DatasetId, cancellationToken)).Refusal is { } refusal)
            return refusal;
        var rows = await Page(context, request).ToListAsync(cancellationToken);
        var isMore = rows.Count > PageSize;
        return new DatasetHistoryAnswer([.. rows.Take(PageSize)], isMore);
    }

    internal static IQueryable<DatasetHistoryRow> Page(DashboardContext context, ListDatasetHistoryRequest request)
    {
        var changes = context.DatasetChanges.Where(change => change.DatasetId == request.DatasetId);
        if (request.BeforeId is { } before)
            changes = changes.Where(change => change.Id < before);
        return changes.OrderByDescending(change => change.Id).Take(PageSize + 1).Select(change => new DatasetHistoryRow(
            change.Id, change.At, change.ImportId,
            (from import in context.Imports
             join source in context.Sources on import.SourceId equals source.Id
             where import.Id == change.ImportId
             select source.Name).FirstOrDefault(),
            new CopyChanges(change.New, change.Changed, change.Vanished, change.VerifiedAbsent, change.Reappeared),
            change.StageBefore, change.StageAfter));
    }
}

public sealed record DatasetHistoryAnswer(IReadOnlyList<DatasetHistoryRow> Rows, bool HasMore);

/// <param name="Source">Null if the change did not come from an import.</param>
public sealed record DatasetHistoryRow(
    long Id, DateTimeOffset At, long? ImportId, string? Source, CopyChanges Copies, Stage? Before, Stage? After);
