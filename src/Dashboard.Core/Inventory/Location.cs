using Dashboard.Core.Ledger;

namespace Dashboard.Core.Inventory;

/// <summary>What kind of place a location is.</summary>
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

    /// <summary>The operator of the place, or null if not known.</summary>
    public string? Operator { get; private set; }

    /// <summary>ISO 3166-1 alpha-2, or null if not known.</summary>
    public string? Country { get; private set; }

    public string Region { get; private set; } = "";

    public LocationKind Kind { get; private set; }

    /// <summary>Degrees north, WGS 84; null when the place is not known.</summary>
    public double? Latitude { get; private set; }

    /// <summary>Degrees east, WGS 84; null when the place is not known.</summary>
    public double? Longitude { get; private set; }

    public long Version { get; private set; }

    /// <summary>Whether both the operator and the country are known. Only then can it be inside.</summary>
    public bool IsKnown => !string.IsNullOrWhiteSpace(Operator) && !string.IsNullOrWhiteSpace(Country);

    public static string KeyOf(string? operatorName, string region) =>
        $"{(operatorName ?? "unknown").Trim().ToLowerInvariant()}/{region.Trim().ToLowerInvariant()}";

    /// <summary>A cloud region from the built-in table: operator, country and coordinates are known.</summary>
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

    /// <summary>A place that a source named. What the source does not state stays unknown until a governance lead describes it.</summary>
    public static Location Discovered(string? operatorName, string? country, string region) => new()
    {
        Key = KeyOf(operatorName, region),
        Name = operatorName is null ? $"Unknown operator, {region}" : $"{operatorName} {region}",
        Operator = operatorName,
        Country = country,
        Region = region,
    };

    /// <summary>Describes a place: its operator, country, kind and map coordinates.</summary>
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
