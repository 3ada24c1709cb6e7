using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Dashboard.Web.Shell;

/// <summary>A link of the rail, which also shows as current on the other addresses that belong to its item.</summary>
public sealed class RailLink : NavLink
{
    [Parameter] public IReadOnlyList<string> Also { get; set; } = [];

    [Inject] private NavigationManager Addresses { get; set; } = null!;

    protected override bool ShouldMatch(string uriAbsolute)
    {
        if (base.ShouldMatch(uriAbsolute))
            return true;
        var path = new Uri(uriAbsolute).AbsolutePath;
        var home = new Uri(Addresses.BaseUri).AbsolutePath.TrimEnd('/');
        return Also.Any(also => path == home + also || path.StartsWith($"{home}{also}/", StringComparison.Ordinal));
    }
}
