using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Controls.Tables;

namespace Dashboard.Web.Features.Administration.Boundary;

/// <summary>The preview of a change to the boundary, a location or a classification: its effect on the figures.</summary>
/// <param name="Day">The day (UTC) on which the change takes effect: today, or a later day if a rule begins or ends later.</param>
/// <param name="Before">Data that must be inside on that day without the change, based on the copies known now.</param>
/// <param name="After">The same data with the change.</param>
/// <param name="Moves">Copies whose position changes.</param>
/// <param name="Locations">Locations whose position changes, and with it the position of their traffic.</param>
/// <param name="Obligation">A classification that must be inside after the change but not before, or the reverse.</param>
/// <param name="Datasets">The number of datasets that have such a copy or are of that classification.</param>
public sealed record Consequence(
    DateOnly Today, DateOnly Day, Amounts Before, Amounts After, IReadOnlyList<CopyMove> Moves, IReadOnlyList<LocationMove> Locations,
    Obligation? Obligation, long Datasets, TrafficShift? Traffic)
{
    public bool IsEmpty => Moves.Count == 0 && Locations.Count == 0 && Obligation is null;

    public long Copies => Moves.Sum(move => move.Copies);

    public long Bytes => Moves.Sum(move => move.Bytes);

    /// <summary>True if data counts as inside after the change although no one has moved it.</summary>
    public bool BringsInside => Moves.Any(move => move.To is Position.Inside) || Locations.Any(location => location.To is Position.Inside);
}

/// <summary>Copies of one classification at one location that change position.</summary>
public sealed record CopyMove(string Location, string Classification, bool MustBeInside, Position From, Position To, long Copies, long Bytes);

public sealed record LocationMove(long Id, string Name, Position From, Position To);

/// <param name="MustBeInside">The value after the change.</param>
public sealed record Obligation(string Classification, bool MustBeInside, long Datasets, long Copies, long Bytes);

/// <summary>Requests on the latest day with traffic, by the position of the location that answered them.</summary>
public sealed record TrafficShift(DateOnly Day, Split Before, Split After);
