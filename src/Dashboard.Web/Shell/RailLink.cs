using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Dashboard.Web.Shell;

/// <summary>
/// A link in the rail. It is also marked as current on the other paths of its item. If the path of one item begins with that of another,
/// only the longer match is marked.
/// </summary>
public sealed class RailLink : NavLink
{
    [Inject] private IEnumerable<NavItem> Items { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter, EditorRequired] public required NavItem Item { get; set; }

    protected override bool ShouldMatch(string uriAbsolute)
    {
        var path = "/" + Navigation.ToBaseRelativePath(uriAbsolute).Split('?', '#')[0];
        return Item.Also.Any(also => IsBelow(path, also)) || (base.ShouldMatch(uriAbsolute) && !Items.Any(other => IsBelow(other.Href, Item.Href) && other != Item && IsBelow(path, other.Href)));
    }

    private static bool IsBelow(string path, string page) => path == page || path.StartsWith($"{page}/", StringComparison.Ordinal);
}
