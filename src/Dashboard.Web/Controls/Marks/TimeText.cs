namespace Dashboard.Web.Controls.Marks;

/// <summary>Times in UTC, and how long ago they were.</summary>
public static class TimeText
{
    public static string Exact(DateTimeOffset at) => $"{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC";

    public static string Day(DateTimeOffset at) => $"{at.UtcDateTime:yyyy-MM-dd}";

    public static string Day(DateOnly day) => $"{day:yyyy-MM-dd}";

    public static string Ago(DateTimeOffset at, DateTimeOffset now) =>
        now < at ? $"in {Span(at - now)}" : now - at < TimeSpan.FromMinutes(1) ? "just now" : $"{Span(now - at)} ago";

    /// <summary>How long: "6 days".</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "under a minute",
        { TotalHours: < 1 } => $"{(int)span.TotalMinutes} min",
        { TotalDays: < 2 } => $"{(int)span.TotalHours} h",
        _ => $"{(int)span.TotalDays} days",
    };

    /// <summary>An interval of whole hours: "6 hours", "2 days".</summary>
    public static string Hours(int hours) => hours % 24 == 0 ? hours == 24 ? "1 day" : $"{hours / 24} days" : hours == 1 ? "1 hour" : $"{hours} hours";
}
