using Dashboard.Core.Administration;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Features.Views;

/// <summary>A page whose filters and order can be saved, registered as a singleton by the feature that it belongs to.</summary>
/// <param name="Permission">What its list asks of whoever reads it.</param>
/// <param name="Keys">The keys of its query that make up a view. Not among them: the place in the list, an open side panel.</param>
internal sealed record ViewPage(string Path, Permission Permission, IReadOnlyList<string> Keys)
{
    /// <summary>How the page itself writes a query, where that leaves out what goes without saying.</summary>
    public Func<string, string>? Written { get; init; }

    /// <summary>What of a query makes up a view, written in one way only: two addresses that show the same are equal.</summary>
    public string Canonical(string query)
    {
        var given = QueryHelpers.ParseQuery(Written is null ? query : Written(query));
        var kept = Keys.SelectMany(key => given.GetValueOrDefault(key).OfType<string>()
            .Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(value => KeyValuePair.Create(key, (string?)value)));
        return QueryHelpers.AddQueryString("", kept);
    }
}

/// <summary>All of them.</summary>
internal sealed class ViewPages(IEnumerable<ViewPage> pages)
{
    public ViewPage? Find(string path) => pages.FirstOrDefault(page => page.Path == path);
}
