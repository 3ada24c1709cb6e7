using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Features.Inventory.Query;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.List;

/// <summary>A copy as the table, the side panel and the exports show it.</summary>
public sealed record CopyRow
{
    public required long Id { get; init; }

    public required string ResourceId { get; init; }

    public required long DatasetId { get; init; }

    public required string Dataset { get; init; }

    public required string Urn { get; init; }

    public required string? Owner { get; init; }

    public required string System { get; init; }

    public required string Classification { get; init; }

    public required long LocationId { get; init; }

    public required string Location { get; init; }

    public required string? Operator { get; init; }

    public required string? Country { get; init; }

    public required Position Position { get; init; }

    public required CopyRole Role { get; init; }

    public required CopyState State { get; init; }

    public required long Bytes { get; init; }

    /// <inheritdoc cref="Copy.SizeUnknownSince"/>
    public DateTimeOffset? SizeUnknownSince { get; init; }

    public bool IsHeldBySource { get; init; }

    public string? Coverage { get; init; }

    /// <inheritdoc cref="Copy.NotUnderstoodImportId"/>
    public long? NotUnderstoodImportId { get; init; }

    public required long? Records { get; init; }

    public required long? Objects { get; init; }

    public required string? Fingerprint { get; init; }

    public required DateOnly? RetainUntil { get; init; }

    public required DateTimeOffset? CreatedAt { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    public required DateTimeOffset LastSeen { get; init; }

    public required long SourceId { get; init; }

    public required string Source { get; init; }

    internal static CopyRow From(CopyRecord record, InventoryLookups lookups)
    {
        var copy = record.Copy;
        var location = lookups.Positions.Locations[copy.LocationId];
        return new()
        {
            Id = copy.Id,
            ResourceId = copy.ResourceId,
            DatasetId = copy.DatasetId,
            Dataset = record.Dataset,
            Urn = record.Urn,
            Owner = record.Owner,
            System = lookups.Systems[record.SystemId],
            Classification = lookups.Positions.Classifications[record.ClassificationId].Name,
            LocationId = location.Id,
            Location = location.Name,
            Operator = location.Operator,
            Country = location.Country,
            Position = lookups.Positions.Of(location.Id, record.ClassificationId),
            Role = copy.Role,
            State = copy.State,
            Bytes = copy.Bytes,
            SizeUnknownSince = copy.SizeUnknownSince,
            IsHeldBySource = copy.IsHeldBySource,
            Coverage = copy.Coverage,
            NotUnderstoodImportId = copy.NotUnderstoodImportId,
            Records = copy.Records,
            Objects = copy.Objects,
            Fingerprint = copy.Fingerprint,
            RetainUntil = copy.RetainUntil,
            CreatedAt = copy.CreatedAt,
            FirstSeen = copy.FirstSeen,
            LastSeen = copy.LastSeen,
            SourceId = copy.SourceId,
            Source = lookups.Sources[copy.SourceId].Name,
        };
    }
}

/// <summary>A copy with the values of its dataset, as read from the database.</summary>
internal sealed record CopyRecord(Copy Copy, string Dataset, string Urn, string? Owner, long SystemId, long ClassificationId)
{
    /// <summary>The copies with these IDs, unsorted.</summary>
    public static IQueryable<CopyRecord> Query(DashboardContext context, long[] ids) =>
        from copy in context.Copies.AsNoTracking()
        where ids.Contains(copy.Id)
        join dataset in context.Datasets on copy.DatasetId equals dataset.Id
        select new CopyRecord(copy, dataset.Name, dataset.Urn, dataset.Owner, dataset.SystemId, dataset.ClassificationId);
}
