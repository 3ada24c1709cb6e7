using Dashboard.Core.Inventory;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>Why a row's location is not accepted: the wrong column, its value and the reason.</summary>
internal sealed record LocationRejection(string Column, string Value, string Reason);

/// <summary>
/// Finds the location that a row names by operator, country and region. An unregistered place becomes a new location; what the row
/// does not say, and a region that its operator does not publish, stays unknown. A row that contradicts the table of cloud regions or a registered location is rejected.
/// </summary>
internal sealed class LocationResolver(IEnumerable<Location> known, PlaceholderIds placeholders)
{
    private const string Unknown = "unknown";

    private readonly Dictionary<string, (long Id, Location Location)> byKey = known.ToDictionary(l => l.Key, l => (l.Id, l));
    private readonly Dictionary<(string, string, string), (long Id, LocationRejection? Rejection)> resolved = [];

    /// <summary>Locations that the import would create, by placeholder id.</summary>
    public Dictionary<long, Location> Created { get; } = [];

    public (long Id, LocationRejection? Rejection) Resolve(string operatorName, string country, string region)
    {
        var key = (operatorName, country, region);
        if (!resolved.TryGetValue(key, out var found))
            resolved[key] = found = Find(Known(operatorName), Known(country), Known(region));
        return found;
    }

    /// <summary>The name of a location that was resolved here, or of the source's own location.</summary>
    public string NameOf(long id) => Find(id).Name;

    /// <summary>A location that was resolved here, or the source's own.</summary>
    public Location Find(long id) => byKey.Values.First(entry => entry.Id == id).Location;

    /// <summary>The location of data of which nothing is known.</summary>
    public long Nowhere => Resolve(Unknown, Unknown, Unknown).Id;

    private static string? Known(string value) =>
        string.IsNullOrWhiteSpace(value) || value.Equals(Unknown, StringComparison.OrdinalIgnoreCase) ? null : value.Trim();

    private (long, LocationRejection?) Find(string? operatorName, string? country, string? region)
    {
        if (country is not null && Countries.Find(country) is null)
            return (0, new("country", country, "is neither an ISO 3166-1 alpha-2 code nor “unknown”"));
        country = country?.ToUpperInvariant();
        if (operatorName is not null && CloudRegions.OperatorNamed(operatorName) is { } cloud && region is not null)
            return FindCloudRegion(cloud, country, region);
        var key = Location.KeyOf(operatorName, region ?? Unknown);
        if (!byKey.TryGetValue(key, out var found))
            return (Create(Location.Discovered(operatorName, country, region ?? Unknown)), null);
        return Contradicts(found.Location, country) is { } rejection ? (0, rejection) : (found.Id, null);
    }

    private (long, LocationRejection?) FindCloudRegion(string cloud, string? country, string region)
    {
        if (byKey.TryGetValue(Location.KeyOf(cloud, region), out var found))
            return Contradicts(found.Location, country) is { } contradiction ? (0, contradiction) : (found.Id, null);
        if (CloudRegions.Find(cloud, region) is not { } published)
            return (Create(Location.Discovered(cloud, null, region)), null); // Whatever the row says about its country, the operator publishes no such region.
        var location = Location.OfCloudRegion(published);
        return Contradicts(location, country) is { } rejection ? (0, rejection) : (Create(location), null);
    }

    private static LocationRejection? Contradicts(Location location, string? country) =>
        country is not null && location.Country is not null && location.Country != country
            ? new("country", country, $"contradicts the registered location {location.Name}, which is in {location.Country}")
            : null;

    private long Create(Location location)
    {
        var id = placeholders.Next();
        Created[id] = location;
        byKey[location.Key] = (id, location);
        return id;
    }
}
