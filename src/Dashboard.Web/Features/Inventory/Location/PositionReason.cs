using Dashboard.Core.Inventory;

namespace Dashboard.Web.Features.Inventory.Location;

/// <summary>The position of a location for a classification, and the reason.</summary>
public sealed record PositionReason(string Classification, bool MustBeInside, Position Position, string Because)
{
    public static PositionReason Of(Positions positions, long locationId, long classificationId)
    {
        var classification = positions.Classifications[classificationId];
        return new(classification.Name, classification.MustBeInside, positions.Of(locationId, classificationId), positions.ReasonFor(locationId, classificationId));
    }
}
