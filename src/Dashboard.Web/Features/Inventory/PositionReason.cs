using Dashboard.Core.Inventory;

namespace Dashboard.Web.Features.Inventory;

/// <summary>Where a location stands for a classification, and why.</summary>
public sealed record PositionReason(string Classification, bool MustBeInside, Position Position, string Because)
{
    public static PositionReason Of(Positions positions, long locationId, long classificationId)
    {
        var location = positions.Locations[locationId];
        var classification = positions.Classifications[classificationId];
        return new(classification.Name, classification.MustBeInside, positions.Of(locationId, classificationId), Why(positions, location, classification));
    }

    private static string Why(Positions positions, Location location, Classification classification)
    {
        if (positions.RuleFor(location.Id, classification.Id) is { } rule)
            return $"A rule allows {rule.Operator} in {Countries.NameOf(rule.Country)} to hold {classification.Name} since {rule.ValidFrom:yyyy-MM-dd}{(rule.ValidUntil is { } until ? $", until {until:yyyy-MM-dd}" : "")}: {rule.Reason}";
        if (location.IsKnown)
            return $"No rule in force allows {location.Operator} in {Countries.NameOf(location.Country)} to hold {classification.Name}.";
        return (location.Operator, location.Country) switch
        {
            (null or "", null or "") => "Neither its operator nor its country is known, so it cannot be inside.",
            (null or "", _) => "Its operator is not known, so it cannot be inside.",
            _ => "Its country is not known, so it cannot be inside.",
        };
    }
}
