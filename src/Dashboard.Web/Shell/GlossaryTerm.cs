namespace Dashboard.Web.Shell;

/// <summary>A term of the product and what it means. Headings link to its definition on the glossary page.</summary>
/// <param name="Group">The section of the glossary that lists it.</param>
/// <param name="Name">As the pages write it, in sentence case.</param>
public sealed record GlossaryTerm(string Group, string Name, string Definition)
{
    /// <summary>The fragment of the glossary's URL: <c>legal-hold</c>.</summary>
    public string Slug { get; } = Name.ToLowerInvariant().Replace(' ', '-').Replace("(", "").Replace(")", "");

    public string Href => $"/glossary#{Slug}";
}
