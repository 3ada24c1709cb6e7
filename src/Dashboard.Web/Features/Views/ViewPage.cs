using Dashboard.Core.Administration;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Features.Views;

/// <summary>A page whose filters and sort order can be saved. Its feature registers it as a singleton.</summary>
/// <param name="Permission">The permission needed to read its list.</param>
/// <param name="Keys">The query keys that make up a view. Paging and an open side panel are not part of it.</param>
internal sealed record ViewPage(string Path, Permission Permission, IReadOnlyList<string> Keys)
{
    /// <summary>How the page itself writes a query, if it leaves out defaults.</summary>
    public Func<string, string>? Written { get; init; }

    /// <summary>The part of a query that makes up a view, in canonical form: two URLs that show the same view are equal.</summary>
    public string Canonical(string query)
    {
        var given = QueryHelpers.ParseQuery(Written is null ? query : Written(query));
        var kept = Keys.SelectMany(key => given.GetValueOrDefault(key).OfType<string>()
            .Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(value => KeyValuePair.Create(key, (string?)value)));
        return QueryHelpers.AddQueryString("", kept);
    }
}

/// <summary>All pages that have saved views.</summary>
internal sealed class ViewPages(IEnumerable<ViewPage> pages)
{
    public ViewPage? Find(string path) => pages.FirstOrDefault(page => page.Path == path);
}
