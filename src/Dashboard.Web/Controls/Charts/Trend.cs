namespace Dashboard.Web.Controls.Charts;

/// <summary>How a figure changed.</summary>
/// <param name="Change">The sign gives the arrow; zero is shown as no change.</param>
/// <param name="Text">Amount, unit and span: "2.1 points in 7 days".</param>
/// <param name="IsGood">Whether the change is good; null if it is neither good nor bad.</param>
public sealed record Trend(double Change, string Text, bool? IsGood = null);
