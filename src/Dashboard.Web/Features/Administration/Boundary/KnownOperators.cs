using Dashboard.Core.Inventory;

namespace Dashboard.Web.Features.Administration.Boundary;

/// <summary>Suggested operators. A rule matches a location by the operator's name, so both must be spelled the same way.</summary>
internal static class KnownOperators
{
    public static IReadOnlyList<string> In(IEnumerable<Location> locations) =>
    [
        .. locations.Select(location => location.Operator).OfType<string>()
            .Concat(CloudRegions.All.Select(region => region.Operator))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase),
    ];
}
