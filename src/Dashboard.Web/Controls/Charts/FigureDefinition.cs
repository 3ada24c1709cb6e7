namespace Dashboard.Web.Controls.Charts;

/// <summary>What a figure on a page counts. The pages show it on demand and the glossary lists all of them.</summary>
/// <param name="Page">The page that shows it.</param>
/// <param name="Counts">What is counted; for a share, its numerator.</param>
/// <param name="OutOf">The denominator of a share; null for an amount.</param>
/// <param name="LeavesOut">What a reader might expect in it and does not find.</param>
/// <param name="RestsOn">The reports that it rests on.</param>
public sealed record FigureDefinition(string Page, string Name, string Counts, string? OutOf, string LeavesOut, string RestsOn)
{
    /// <summary>The fragment of the glossary's URL.</summary>
    public string Slug { get; } = $"figure-{Page}-{Name}".ToLowerInvariant().Replace(' ', '-').Replace(",", "");

    public string Href => $"/glossary#{Slug}";
}
