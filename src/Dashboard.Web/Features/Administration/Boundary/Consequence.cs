using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Controls.Tables;

namespace Dashboard.Web.Features.Administration.Boundary;

/// <summary>What a change of the boundary, a location or a classification does to the figures, told before it is made.</summary>
/// <param name="Day">The day (UTC) from which it holds: today, or later where a rule begins or ends later.</param>
/// <param name="Before">What must be inside, on that day, without the change; copies are those known now.</param>
/// <param name="After">The same with the change.</param>
/// <param name="Moves">Copies whose position changes.</param>
/// <param name="Locations">Locations whose own position changes, and their traffic with them.</param>
/// <param name="Obligation">A classification that begins or ceases to have to be inside.</param>
/// <param name="Datasets">Datasets that have such a copy, or are of that classification.</param>
public sealed record Consequence(
    DateOnly Today, DateOnly Day, Amounts Before, Amounts After, IReadOnlyList<CopyMove> Moves, IReadOnlyList<LocationMove> Locations,
    Obligation? Obligation, long Datasets, TrafficShift? Traffic)
{
    public bool IsNothing => Moves.Count == 0 && Locations.Count == 0 && Obligation is null;

    public long Copies => Moves.Sum(move => move.Copies);

    public long Bytes => Moves.Sum(move => move.Bytes);

    /// <summary>Does it make data count as inside that no one has moved?</summary>
    public bool BringsInside => Moves.Any(move => move.To is Position.Inside) || Locations.Any(location => location.To is Position.Inside);
}

/// <summary>Copies of one classification at one location, all of which change position.</summary>
public sealed record CopyMove(string Location, string Classification, bool MustBeInside, Position From, Position To, long Copies, long Bytes);

public sealed record LocationMove(long Id, string Name, Position From, Position To);

/// <param name="MustBeInside">What holds afterwards.</param>
public sealed record Obligation(string Classification, bool MustBeInside, long Datasets, long Copies, long Bytes);

/// <summary>Requests of the latest day that has traffic, by the position of the location that answered them.</summary>
public sealed record TrafficShift(DateOnly Day, Split Before, Split After);
