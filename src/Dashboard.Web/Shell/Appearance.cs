namespace Dashboard.Web.Shell;

/// <summary>The reader's display choices, from their cookies. Read on the server, so that the first paint is already right.</summary>
public sealed record Appearance(string? Theme, bool RailFolded)
{
    private static readonly string[] Themes = ["light", "dark"];

    /// <summary>Theme is null when the system decides; CSS handles that case.</summary>
    public static Appearance From(HttpRequest request)
    {
        var theme = request.Cookies["theme"];
        return new(Themes.Contains(theme, StringComparer.Ordinal) ? theme : null, request.Cookies["rail"] == "folded");
    }
}
