namespace Dashboard.Web.Features.Administration.Boundary;

/// <summary>Days as text, in the format of date fields.</summary>
internal static class DayText
{
    public static string Write(DateOnly? day) => $"{day:yyyy-MM-dd}";
}
