namespace Dashboard.Web.Features.Deletions.Holds;

internal static class HoldText
{
    /// <summary>A count of copies; a plus sign shows that it stopped at <see cref="ListHolds.CountLimit"/>.</summary>
    public static string Copies(int copies) => copies == ListHolds.CountLimit ? $"{copies:N0}+" : $"{copies:N0}";
}
