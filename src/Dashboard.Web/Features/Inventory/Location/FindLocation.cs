using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Features.Inventory.Query;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.Location;

/// <summary>A location, its position with the reasons, and the copies there.</summary>
public sealed record LocationFacts
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string? Operator { get; init; }

    public required string? Country { get; init; }

    public required string Region { get; init; }

    public required LocationKind Kind { get; init; }

    public required double? Latitude { get; init; }

    public required double? Longitude { get; init; }

    public required Position Position { get; init; }

    public required IReadOnlyList<PositionReason> Reasons { get; init; }

    /// <summary>Copies that count in the figures.</summary>
    public required long Copies { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Copies that no longer count: verified absent, or inside and missing.</summary>
    public required long Gone { get; init; }

    public required IReadOnlyList<ShareOfLocation> ByRole { get; init; }

    public required IReadOnlyList<ShareOfLocation> BySystem { get; init; }

    public required IReadOnlyList<ShareOfLocation> ByClassification { get; init; }

    public required IReadOnlyList<SourceOfLocation> Sources { get; init; }
}

/// <summary>The total of the copies at a location with the same role, system or classification.</summary>
/// <param name="Key">One of <see cref="FilterKey"/>. Together with <paramref name="Value"/>, the filter that finds these copies.</param>
public sealed record ShareOfLocation(string Key, string Value, string Name, long Copies, long Bytes);

/// <summary>A source of a location: it lists copies there, or reports this location.</summary>
public sealed record SourceOfLocation(
    long Id, string Name, long Copies, long Bytes, DateTimeOffset? AsOf, DateTimeOffset? StaleFrom, bool IsComplete);

internal sealed class FindLocation(InventoryAccess access)
{
    public async Task<Result<LocationFacts>> HandleAsync(long id, CancellationToken cancellationToken)
    {
        var opened = await access.OpenAsync(cancellationToken);
        if (opened.Refusal is { } refusal)
            return refusal;
        await using var inventory = opened.Value;
        var lookups = inventory.Lookups;
        if (!lookups.Positions.Locations.TryGetValue(id, out var location))
            return new NotFound("This location");

        var all = await At(inventory.Context, id, lookups.OwnSystems).ToListAsync(cancellationToken);
        var counted = all.FindAll(rollup => rollup.State.Counts(lookups.Positions.Of(id, rollup.ClassificationId)));
        return new LocationFacts
        {
            Id = id,
            Name = location.Name,
            Operator = location.Operator,
            Country = location.Country,
            Region = location.Region,
            Kind = location.Kind,
            Latitude = location.Latitude,
            Longitude = location.Longitude,
            Position = lookups.Positions.Of(id),
            Reasons = [.. lookups.Positions.Classifications.Keys.Order().Select(classification => PositionReason.Of(lookups.Positions, id, classification))],
            Copies = counted.Sum(rollup => rollup.Copies),
            Bytes = counted.Sum(rollup => rollup.Bytes),
            Gone = all.Sum(rollup => rollup.Copies) - counted.Sum(rollup => rollup.Copies),
            ByRole = Shares(counted, FilterKey.Role, rollup => rollup.Role, role => (role.ToString(), role.ToString())),
            BySystem = Shares(counted, FilterKey.System, rollup => rollup.SystemId, system => ($"{system}", lookups.Systems[system])),
            ByClassification = Shares(counted, FilterKey.Classification, rollup => rollup.ClassificationId, classification => ($"{classification}", lookups.Positions.Classifications[classification].Name)),
            Sources = [.. lookups.Sources.Values.Select(source => SourceAt(source, id, counted)).OfType<SourceOfLocation>().OrderByDescending(source => source.Bytes)],
        };
    }

    /// <summary>The rollups at a location. If <paramref name="ownSystems"/> is not null, only those of these systems.</summary>
    internal static IQueryable<CopyRollup> At(DashboardContext context, long locationId, long[]? ownSystems)
    {
        var there = context.CopyRollups.AsNoTracking().Where(rollup => rollup.LocationId == locationId && rollup.Copies > 0);
        return ownSystems is null ? there : there.Where(rollup => ownSystems.Contains(rollup.SystemId));
    }

    private static ShareOfLocation[] Shares<T>(List<CopyRollup> rollups, string key, Func<CopyRollup, T> by, Func<T, (string Value, string Name)> named) =>
    [
        .. rollups.GroupBy(by).Select(same =>
        {
            var (value, name) = named(same.Key);
            return new ShareOfLocation(key, value, name, same.Sum(rollup => rollup.Copies), same.Sum(rollup => rollup.Bytes));
        }).OrderByDescending(share => share.Bytes),
    ];

    /// <summary>Null when the source neither lists copies there nor reports this location.</summary>
    private static SourceOfLocation? SourceAt(Source source, long locationId, List<CopyRollup> rollups)
    {
        var its = rollups.FindAll(rollup => rollup.SourceId == source.Id);
        return its.Count == 0 && source.LocationId != locationId ? null : new(
            source.Id, source.Name, its.Sum(rollup => rollup.Copies), its.Sum(rollup => rollup.Bytes),
            source.LastAsOf, source.StaleFrom, source.LastAsOf == source.LastCompleteAsOf);
    }
}
