namespace Dashboard.Core.Inventory;

/// <summary>
/// The position rule, in one place. Inside: a rule in force on the day allows this operator × country for this classification. Unknown: the
/// operator or country of the location is not known. Outside: everything else.
/// </summary>
public sealed class Boundary(IEnumerable<BoundaryRule> rules, DateOnly day)
{
    private readonly Dictionary<(string Operator, string Country, long Classification), BoundaryRule> allowing =
        rules.Where(rule => rule.IsInForce(day))
            .OrderBy(rule => rule.ValidFrom)
            .GroupBy(rule => Key(rule.Operator, rule.Country, rule.ClassificationId))
            .ToDictionary(same => same.Key, same => same.First());

    /// <summary>The day (UTC) that the positions apply to.</summary>
    public DateOnly Day => day;

    public Position PositionOf(Location location, long classificationId) =>
        !location.IsKnown ? Position.Unknown
        : RuleFor(location, classificationId) is null ? Position.Outside
        : Position.Inside;

    /// <summary>The rule that makes it inside (the oldest, if several do), or null.</summary>
    public BoundaryRule? RuleFor(Location location, long classificationId) =>
        location.IsKnown ? allowing.GetValueOrDefault(Key(location.Operator!, location.Country!, classificationId)) : null;

    private static (string, string, long) Key(string operatorName, string country, long classificationId) =>
        (operatorName.ToUpperInvariant(), country.ToUpperInvariant(), classificationId);
}
