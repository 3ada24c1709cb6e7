namespace Dashboard.Web.Controls.Charts;

/// <summary>Amounts at the end of one day, by position.</summary>
public readonly record struct DaySplit(DateOnly Day, Split Amounts);

/// <summary>A target date, marked on a chart.</summary>
public sealed record TargetDate(DateOnly Day, string Label);
