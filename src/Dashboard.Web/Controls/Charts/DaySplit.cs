namespace Dashboard.Web.Controls.Charts;

/// <summary>How one day ended, by position.</summary>
public readonly record struct DaySplit(DateOnly Day, Split Amounts);

/// <summary>A date that somebody set, marked on a chart.</summary>
public sealed record TargetDate(DateOnly Day, string Label);
