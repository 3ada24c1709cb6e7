namespace Dashboard.Core.Administration;

/// <summary>Filters and order of a table that a member keeps under a name. It belongs to its member alone, and is replaced by removing it.</summary>
public sealed class SavedView
{
    public const int LongestName = 60;
    public const int LongestPage = 100;
    public const int LongestQuery = 2000;

    /// <summary>For each member and page.</summary>
    public const int Most = 50;

    private SavedView()
    {
    }

    public long Id { get; private set; }

    public long MemberId { get; private set; }

    /// <summary>The path of the page on this site: <c>/inventory</c>.</summary>
    public string Page { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The name in lower case: no two views of a member and page have the same, alike on every database.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>The page's query string with its question mark; empty for the page as it is without any filter.</summary>
    public string Query { get; private set; } = "";

    public DateTimeOffset SavedAt { get; private set; }

    public static Result<SavedView> Save(Member member, string page, string query, string name, DateTimeOffset now)
    {
        name = name.Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
            return new ViewNameInvalid();
        if (!IsPage(page) || !IsQuery(query))
            return new ViewAddressInvalid();
        if (query.Length > LongestQuery)
            return new ViewTooLong();
        return new SavedView { MemberId = member.Id, Page = page, Name = name, NameKey = name.ToLowerInvariant(), Query = query, SavedAt = now };
    }

    /// <summary>A path on this site and nothing else: page and query together are a link that people follow.</summary>
    private static bool IsPage(string page) =>
        page is ['/'] or ['/', not ('/' or '\\'), ..] && page.Length <= LongestPage && !page.Any(letter => letter is '?' or '#' or '\\' || char.IsControl(letter));

    private static bool IsQuery(string query) =>
        query is "" or ['?', _, ..] && !query.Any(letter => letter is '#' || char.IsControl(letter));
}
