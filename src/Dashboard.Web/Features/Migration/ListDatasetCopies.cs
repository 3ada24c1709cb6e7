using Dashboard.Core;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Migration;

/// <param name="AfterId">Id of the last row of the page before.</param>
/// <param name="BeforeId">Id of the first row of the page after, to go back.</param>
internal sealed record ListDatasetCopiesRequest(long DatasetId, long? AfterId = null, long? BeforeId = null);

/// <summary>A page of one dataset's copies, in the order in which they became known.</summary>
internal sealed class ListDatasetCopies(IDbContextFactory<DashboardContext> contexts, DatasetAccess access, TimeProvider clock)
{
    public const int PageSize = 25;

    public async Task<Result<DatasetCopiesAnswer>> HandleAsync(ListDatasetCopiesRequest request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var opened = await access.OpenAsync(context, request.DatasetId, cancellationToken);
        if (opened.Refusal is { } refusal)
            return refusal;

        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellationToken);
        var rows = await Page(context, request).ToListAsync(cancellationToken);
        var isMore = rows.Count > PageSize;
        if (isMore)
            rows.RemoveAt(PageSize);
        if (request.BeforeId is not null)
            rows.Reverse();
        return new DatasetCopiesAnswer(
            [
                .. rows.Select(row => row with
                {
                    Location = positions.Locations[row.LocationId].Name,
                    Position = positions.Of(row.LocationId, opened.Value.Dataset.ClassificationId),
                }),
            ],
            HasPrevious: request.BeforeId is not null ? isMore : request.AfterId is not null,
            HasNext: request.BeforeId is not null || isMore);
    }

    internal static IQueryable<DatasetCopyRow> Page(DashboardContext context, ListDatasetCopiesRequest request)
    {
        var copies = context.Copies.Where(copy => copy.DatasetId == request.DatasetId);
        var page = request switch
        {
            { BeforeId: { } before } => copies.Where(copy => copy.Id < before).OrderByDescending(copy => copy.Id),
            { AfterId: { } after } => copies.Where(copy => copy.Id > after).OrderBy(copy => copy.Id),
            _ => copies.OrderBy(copy => copy.Id),
        };
        return page.Take(PageSize + 1).Select(copy => new DatasetCopyRow(
            copy.Id, copy.ResourceId, copy.LocationId, "", Position.Unknown, copy.Role, copy.State, copy.Bytes, copy.Records,
            copy.Fingerprint, copy.RetainUntil, copy.LastSeen,
            context.Sources.Where(source => source.Id == copy.SourceId).Select(source => source.Name).First()));
    }
}

public sealed record DatasetCopiesAnswer(IReadOnlyList<DatasetCopyRow> Rows, bool HasPrevious, bool HasNext);

public sealed record DatasetCopyRow(
    long Id, string ResourceId, long LocationId, string Location, Position Position, CopyRole Role, CopyState State, long Bytes,
    long? Records, string? Fingerprint, DateOnly? RetainUntil, DateTimeOffset LastSeen, string Source);
