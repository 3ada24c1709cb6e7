namespace Dashboard.Core.Administration;

/// <summary>
/// The filters and sort order of a table, saved under a name. Only its member sees it. To change it, the member removes it and saves a new
/// one.
/// </summary>
public sealed class SavedView
{
    public const int LongestName = 60;
    public const int LongestPage = 100;
    public const int LongestQuery = 2000;

    /// <summary>The maximum number for each member and page.</summary>
    public const int Most = 50;

    private SavedView()
    {
    }

    public long Id { get; private set; }

    public long MemberId { get; private set; }

    /// <summary>The path of the page on this site: <c>/inventory</c>.</summary>
    public string Page { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The name in lower case. It is unique for each member and page, and compares the same on every database.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>The page's query string with its question mark; empty for the page without filters.</summary>
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

    /// <summary>Only a path on this site, because page and query together are a link that people follow.</summary>
    private static bool IsPage(string page) =>
        page is ['/'] or ['/', not ('/' or '\\'), ..] && page.Length <= LongestPage && !page.Any(letter => letter is '?' or '#' or '\\' || char.IsControl(letter));

    private static bool IsQuery(string query) =>
        query is "" or ['?', _, ..] && !query.Any(letter => letter is '#' || char.IsControl(letter));
}
