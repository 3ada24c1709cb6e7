namespace Dashboard.Web.Features.Administration.Boundary;

/// <summary>Days of the boundary as people read them, and as a date field's limits hold them.</summary>
internal static class DayText
{
    public static string Write(DateOnly? day) => $"{day:yyyy-MM-dd}";
}
