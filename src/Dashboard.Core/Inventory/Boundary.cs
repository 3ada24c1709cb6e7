namespace Dashboard.Core.Inventory;

/// <summary>
/// The rule of position, in one place: inside means that a rule in force on the day allows this operator × country for this
/// classification; a location whose operator or country is not known is Unknown; everything else is Outside.
/// </summary>
public sealed class Boundary(IEnumerable<BoundaryRule> rules, DateOnly day)
{
    private readonly HashSet<(string Operator, string Country, long Classification)> allowed =
        [.. rules.Where(rule => rule.IsInForce(day)).Select(rule => Key(rule.Operator, rule.Country, rule.ClassificationId))];

    /// <summary>The day (UTC) that the positions hold for.</summary>
    public DateOnly Day => day;

    public Position PositionOf(Location location, long classificationId) =>
        string.IsNullOrWhiteSpace(location.Operator) || string.IsNullOrWhiteSpace(location.Country) ? Position.Unknown
        : allowed.Contains(Key(location.Operator, location.Country, classificationId)) ? Position.Inside
        : Position.Outside;

    private static (string, string, long) Key(string operatorName, string country, long classificationId) =>
        (operatorName.ToUpperInvariant(), country.ToUpperInvariant(), classificationId);
}
