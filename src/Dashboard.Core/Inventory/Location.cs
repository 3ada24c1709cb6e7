using Dashboard.Core.Ledger;

namespace Dashboard.Core.Inventory;

/// <summary>What sort of place a location is.</summary>
public enum LocationKind
{
    Unknown,
    CloudRegion,
    OwnDataCentre,
    OfflineVault,
}

/// <summary>A place that can hold data. Its position depends on both who runs it and the country it is in.</summary>
public sealed class Location : IVersioned, ILedgered
{
    private Location()
    {
    }

    public long Id { get; private set; }

    /// <summary>Unique, lower case: <c>operator/region</c>, with <c>unknown</c> where the operator is not known.</summary>
    public string Key { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Who runs the place, or null when not known.</summary>
    public string? Operator { get; private set; }

    /// <summary>ISO 3166-1 alpha-2, or null when not known.</summary>
    public string? Country { get; private set; }

    public string Region { get; private set; } = "";

    public LocationKind Kind { get; private set; }

    /// <summary>Degrees north, WGS 84; null when the place is not known.</summary>
    public double? Latitude { get; private set; }

    /// <summary>Degrees east, WGS 84; null when the place is not known.</summary>
    public double? Longitude { get; private set; }

    public long Version { get; private set; }

    /// <summary>Are both the operator and the country known? Only then can it be inside.</summary>
    public bool IsKnown => !string.IsNullOrWhiteSpace(Operator) && !string.IsNullOrWhiteSpace(Country);

    public static string KeyOf(string? operatorName, string region) =>
        $"{(operatorName ?? "unknown").Trim().ToLowerInvariant()}/{region.Trim().ToLowerInvariant()}";

    /// <summary>A region of a cloud in the built-in table: operator, country and coordinates are known.</summary>
    public static Location OfCloudRegion(CloudRegion region) => new()
    {
        Key = KeyOf(region.Operator, region.Region),
        Name = $"{region.Operator} {region.Region}",
        Operator = region.Operator,
        Country = region.Country,
        Region = region.Region,
        Kind = LocationKind.CloudRegion,
        Latitude = region.Latitude,
        Longitude = region.Longitude,
    };

    /// <summary>A place that a source named. What the source does not know stays unknown until a governance lead says what it is.</summary>
    public static Location Discovered(string? operatorName, string? country, string region) => new()
    {
        Key = KeyOf(operatorName, region),
        Name = operatorName is null ? $"Unknown operator, {region}" : $"{operatorName} {region}",
        Operator = operatorName,
        Country = country,
        Region = region,
    };

    /// <summary>Says what a place is: who runs it, in which country, of what kind, and where on the map.</summary>
    public Result Describe(
        string name, string? operatorName, string? country, LocationKind kind, double? latitude, double? longitude)
    {
        if (string.IsNullOrWhiteSpace(name))
            return new LocationNeedsName();
        if (name.Trim().Length > 200)
            return new TextTooLong("The name", 200);
        if (operatorName?.Trim().Length > 120)
            return new TextTooLong("The operator's name", 120);
        if (country is not null && Countries.Find(country) is null)
            return new CountryUnknown(country);
        if (latitude is null != longitude is null || latitude is < -90 or > 90 || longitude is < -180 or > 180)
            return new CoordinatesInvalid();
        Name = name.Trim();
        Operator = string.IsNullOrWhiteSpace(operatorName) ? null : operatorName.Trim();
        Country = country?.ToUpperInvariant();
        (Kind, Latitude, Longitude) = (kind, latitude, longitude);
        return Result.Done;
    }
}
