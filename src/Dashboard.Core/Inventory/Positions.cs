using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Inventory;

/// <summary>
/// The position of every location for every classification on one day. Loaded for each operation, because it takes only a few hundred rows.
/// </summary>
public sealed class Positions
{
    private readonly Boundary boundary;
    private readonly Classification[] mustBeInside;

    /// <summary>The positions under rules, locations and classifications that are not necessarily saved: used to preview a change.</summary>
    public Positions(
        IEnumerable<BoundaryRule> rules, DateOnly day, IEnumerable<Location> locations, IEnumerable<Classification> classifications)
        : this(new Boundary(rules, day), locations, classifications)
    {
    }

    private Positions(Boundary boundary, IEnumerable<Location> locations, IEnumerable<Classification> classifications)
    {
        this.boundary = boundary;
        Locations = locations.ToDictionary(location => location.Id);
        Classifications = classifications.ToDictionary(classification => classification.Id);
        mustBeInside = [.. Classifications.Values.Where(classification => classification.MustBeInside && !classification.IsUnclassified)];
    }

    public IReadOnlyDictionary<long, Location> Locations { get; }

    public IReadOnlyDictionary<long, Classification> Classifications { get; }

    /// <summary>The day (UTC) that the positions apply to.</summary>
    public DateOnly Day => boundary.Day;

    public static async Task<Positions> LoadAsync(DashboardContext context, DateOnly day, CancellationToken cancellationToken) => new(
        await context.BoundaryRules.AsNoTracking().ToListAsync(cancellationToken),
        day,
        await context.Locations.AsNoTracking().ToListAsync(cancellationToken),
        await context.Classifications.AsNoTracking().ToListAsync(cancellationToken));

    public Position Of(long locationId, long classificationId) => boundary.PositionOf(Locations[locationId], classificationId);

    /// <summary>The position of a location that is not necessarily saved.</summary>
    public Position Of(Location location, long classificationId) => boundary.PositionOf(location, classificationId);

    /// <summary>The rule that makes a location inside for a classification, or null.</summary>
    public BoundaryRule? RuleFor(long locationId, long classificationId) => boundary.RuleFor(Locations[locationId], classificationId);

    /// <summary>Why a location has its position for a classification, in one sentence.</summary>
    public string ReasonFor(long locationId, long classificationId)
    {
        var (location, classification) = (Locations[locationId], Classifications[classificationId]);
        if (RuleFor(locationId, classificationId) is { } rule)
            return $"A rule lets {rule.Operator} in {Countries.NameOf(rule.Country)} hold {classification.Name} since {rule.ValidFrom:yyyy-MM-dd}{(rule.ValidUntil is { } until ? $", until {until:yyyy-MM-dd}" : "")}: {rule.Reason}";
        if (location.IsKnown)
            return $"No rule in force lets {location.Operator} in {Countries.NameOf(location.Country)} hold {classification.Name}.";
        return (location.Operator, location.Country) switch
        {
            (null or "", null or "") => "Neither its operator nor its country is known, so it cannot be inside.",
            (null or "", _) => "Its operator is not known, so it cannot be inside.",
            _ => "Its country is not known, so it cannot be inside.",
        };
    }

    /// <summary>
    /// A location's overall position: inside only if every classification that must be inside may be held there. Unclassified data is
    /// ignored, because no rule has to name data that no one has classified.
    /// </summary>
    public Position Of(long locationId)
    {
        var location = Locations[locationId];
        if (!location.IsKnown)
            return Position.Unknown;
        return mustBeInside.Length > 0 && mustBeInside.All(c => boundary.PositionOf(location, c.Id) is Position.Inside)
            ? Position.Inside
            : Position.Outside;
    }

    public bool MustBeInside(long classificationId) => Classifications[classificationId].MustBeInside;
}
