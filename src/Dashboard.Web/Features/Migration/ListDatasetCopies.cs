using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Migration;

/// <param name="After">The last row of the previous page.</param>
/// <param name="Before">The first row of the next page, when going back.</param>
internal sealed record ListDatasetCopiesRequest(long DatasetId, DatasetCopyCursor? After = null, DatasetCopyCursor? Before = null);

/// <summary>A position in the list of a dataset's copies.</summary>
public sealed record DatasetCopyCursor(long RollupId, long Bytes, long Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{RollupId}-{Bytes}-{Id}");

    /// <summary>Null for text that is not a cursor, so that a URL edited by hand shows the first page.</summary>
    public static DatasetCopyCursor? Read(string? text) =>
        text?.Split('-') is [var rollup, var bytes, var id] && IsRead(rollup, out var rollupId) && IsRead(bytes, out var size) && IsRead(id, out var copyId)
            ? new(rollupId, size, copyId)
            : null;

    private static bool IsRead(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

/// <summary>A page of one dataset's copies in the order of their index: by location, role and state, then smallest first.</summary>
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
        if (request.Before is not null)
            rows.Reverse();
        return new DatasetCopiesAnswer(
            [
                .. rows.Select(row => row with
                {
                    Location = positions.Locations[row.LocationId].Name,
                    Position = positions.Of(row.LocationId, opened.Value.Dataset.ClassificationId),
                }),
            ],
            HasPrevious: request.Before is not null ? isMore : request.After is not null,
            HasNext: request.Before is not null || isMore);
    }

    internal static IQueryable<DatasetCopyRow> Page(DashboardContext context, ListDatasetCopiesRequest request)
    {
        var copies = context.Copies.Where(copy => copy.DatasetId == request.DatasetId);
        var page = request switch
        {
            { Before: { } before } => copies
                .Where(copy => copy.RollupId < before.RollupId
                    || (copy.RollupId == before.RollupId && (copy.Bytes < before.Bytes || (copy.Bytes == before.Bytes && copy.Id < before.Id))))
                .OrderByDescending(copy => copy.RollupId).ThenByDescending(copy => copy.Bytes).ThenByDescending(copy => copy.Id),
            { After: { } after } => copies
                .Where(copy => copy.RollupId > after.RollupId
                    || (copy.RollupId == after.RollupId && (copy.Bytes > after.Bytes || (copy.Bytes == after.Bytes && copy.Id > after.Id))))
                .OrderBy(copy => copy.RollupId).ThenBy(copy => copy.Bytes).ThenBy(copy => copy.Id),
            _ => copies.OrderBy(copy => copy.RollupId).ThenBy(copy => copy.Bytes).ThenBy(copy => copy.Id),
        };
        return page.Take(PageSize + 1).Select(copy => new DatasetCopyRow(
            copy.Id, copy.RollupId, copy.ResourceId, copy.LocationId, "", Position.Unknown, copy.Role, copy.State, copy.Bytes, copy.SizeUnknownSince, copy.Records,
            copy.Fingerprint, copy.RetainUntil, copy.LastSeen,
            context.Sources.Where(source => source.Id == copy.SourceId).Select(source => source.Name).First()));
    }
}

public sealed record DatasetCopiesAnswer(IReadOnlyList<DatasetCopyRow> Rows, bool HasPrevious, bool HasNext);

public sealed record DatasetCopyRow(
    long Id, long RollupId, string ResourceId, long LocationId, string Location, Position Position, CopyRole Role, CopyState State, long Bytes,
    DateTimeOffset? SizeUnknownSince, long? Records, string? Fingerprint, DateOnly? RetainUntil, DateTimeOffset LastSeen, string Source)
{
    public DatasetCopyCursor Cursor => new(RollupId, Bytes, Id);
}
