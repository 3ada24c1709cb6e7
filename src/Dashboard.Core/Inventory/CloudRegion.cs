namespace Dashboard.Core.Inventory;

/// <summary>One region of a public cloud.</summary>
/// <param name="Operator">Oracle, AWS, Google or Azure.</param>
/// <param name="Region">The operator's own name for the region, such as <c>us-ashburn-1</c>.</param>
/// <param name="Key">Oracle's three-letter key as it appears in an OCID (<c>iad</c>); null for other operators.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="City">The place that the operator gives for the region.</param>
/// <param name="Latitude">Degrees north of that place, WGS 84.</param>
/// <param name="Longitude">Degrees east of that place, WGS 84.</param>
public sealed record CloudRegion(
    string Operator, string Region, string? Key, string Country, string City, double Latitude, double Longitude);
