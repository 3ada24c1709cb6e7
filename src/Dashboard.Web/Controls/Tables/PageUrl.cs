using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Controls.Tables;

/// <summary>The URL of the current page, for links and forms that change a part of its query and keep the rest.</summary>
public sealed record PageUrl(string Path, IReadOnlyList<KeyValuePair<string, string>> Query)
{
    public static PageUrl Of(NavigationManager navigation)
    {
        var uri = new Uri(navigation.Uri);
        var query = from pair in QueryHelpers.ParseQuery(uri.Query)
                    from value in pair.Value
                    where !string.IsNullOrEmpty(value)
                    select KeyValuePair.Create(pair.Key, value);
        return new(uri.AbsolutePath, [.. query]);
    }

    /// <summary>All values of a key, in the order of the URL.</summary>
    public IEnumerable<string> All(string key) => Query.Where(pair => IsSame(pair.Key, key)).Select(pair => pair.Value);

    public PageUrl Without(params IReadOnlyCollection<string> keys) =>
        this with { Query = [.. Query.Where(pair => !keys.Contains(pair.Key, StringComparer.OrdinalIgnoreCase))] };

    /// <summary>Removes one value of a key and keeps the others.</summary>
    public PageUrl WithoutValue(string key, string value) =>
        this with { Query = [.. Query.Where(pair => !IsSame(pair.Key, key) || pair.Value != value)] };

    /// <summary>Sets or replaces a key.</summary>
    public PageUrl With(string key, string value) => Without(key) is var rest ? rest with { Query = [.. rest.Query, new(key, value)] } : this;

    public override string ToString() => QueryHelpers.AddQueryString(Path, Query.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
