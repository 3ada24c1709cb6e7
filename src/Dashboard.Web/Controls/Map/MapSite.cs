using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Marks;

namespace Dashboard.Web.Controls.Map;

/// <summary>A location on the map.</summary>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Detail">More details for hover and screen readers: operator, country, number of copies.</param>
public sealed record MapSite(
    string Name, Position Position, double Longitude, double Latitude, long Bytes, string? Href = null, string? Detail = null);
