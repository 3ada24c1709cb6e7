using Dashboard.Core.Inventory;

namespace Dashboard.Web.Features.Migration;

/// <summary>Says why a location is inside, outside or unknown for a classification.</summary>
internal static class PositionReason
{
    public static string Of(Location location, Classification classification, BoundaryRule? rule) => (location, rule) switch
    {
        (_, { } allowing) => $"{allowing.Operator} in {Countries.NameOf(allowing.Country)} may hold {classification.Name} since {allowing.ValidFrom:yyyy-MM-dd}: {allowing.Reason}",
        ({ IsKnown: true }, _) => $"No rule in force lets {location.Operator} in {Countries.NameOf(location.Country)} hold {classification.Name}.",
        ({ Operator: null, Country: null }, _) => "Neither its operator nor its country is known.",
        ({ Operator: null }, _) => "Its operator is not known.",
        _ => "Its country is not known.",
    };
}
