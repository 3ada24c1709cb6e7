using Dashboard.Core;
using Dashboard.Web.Features.Inventory.Location;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.List;

/// <summary>A copy, the reason for its position and the freshness of its source.</summary>
/// <param name="Reason">Why it is inside or outside the boundary.</param>
public sealed record CopyFacts(
    CopyRow Row, PositionReason Reason, DateTimeOffset? SourceAsOf, DateTimeOffset? SourceStaleFrom, bool SourceIsComplete);

internal sealed class FindCopy(InventoryAccess access)
{
    public async Task<Result<CopyFacts>> HandleAsync(long id, CancellationToken cancellationToken)
    {
        var opened = await access.OpenAsync(cancellationToken);
        if (opened.Refusal is { } refusal)
            return refusal;
        await using var inventory = opened.Value;
        var lookups = inventory.Lookups;
        var record = await CopyRecord.Query(inventory.Context, [id]).SingleOrDefaultAsync(cancellationToken);

        // A steward gets the same answer for copies of other systems as for copies that do not exist.
        if (record is null || lookups.OwnSystems?.Contains(record.SystemId) == false)
            return new NotFound("This copy");
        var source = lookups.Sources[record.Copy.SourceId];
        return new CopyFacts(
            CopyRow.From(record, lookups),
            PositionReason.Of(lookups.Positions, record.Copy.LocationId, record.ClassificationId),
            source.LastAsOf, source.StaleFrom, source.LastAsOf == source.LastCompleteAsOf);
    }
}
