namespace Dashboard.Web.Shell;

/// <summary>What the reader chose, as their cookies say. Read on the server, so the first paint is already right.</summary>
public sealed record Appearance(string? Theme, bool RailFolded)
{
    private static readonly string[] Themes = ["light", "dark"];

    /// <summary>Theme is null when the system decides, which CSS does without us.</summary>
    public static Appearance From(HttpRequest request)
    {
        var theme = request.Cookies["theme"];
        return new(Themes.Contains(theme, StringComparer.Ordinal) ? theme : null, request.Cookies["rail"] == "folded");
    }
}
