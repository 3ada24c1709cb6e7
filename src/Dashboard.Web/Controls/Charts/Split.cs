using Dashboard.Core.Inventory;

namespace Dashboard.Web.Controls.Charts;

/// <summary>An amount (bytes, copies, requests) by position.</summary>
public readonly record struct Split(long Inside, long Outside, long Unknown)
{
    /// <summary>The order in which positions are drawn and listed.</summary>
    public static readonly Position[] Order = [Position.Inside, Position.Outside, Position.Unknown];

    public long Total => Inside + Outside + Unknown;

    public long this[Position position] => position switch
    {
        Position.Inside => Inside,
        Position.Outside => Outside,
        _ => Unknown,
    };
}
