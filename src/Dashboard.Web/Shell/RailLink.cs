using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Dashboard.Web.Shell;

/// <summary>A link of the rail. Of two pages where one's address begins with the other's, only the nearer one is marked.</summary>
public sealed class RailLink : NavLink
{
    [Inject] private IEnumerable<NavItem> Items { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter, EditorRequired] public required NavItem Item { get; set; }

    protected override bool ShouldMatch(string uriAbsolute)
    {
        var path = "/" + Navigation.ToBaseRelativePath(uriAbsolute);
        return base.ShouldMatch(uriAbsolute)
            && !Items.Any(other => other.Href.StartsWith(Item.Href + "/", StringComparison.Ordinal) && path.StartsWith(other.Href, StringComparison.Ordinal));
    }
}
