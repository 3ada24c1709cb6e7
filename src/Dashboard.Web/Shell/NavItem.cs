using Dashboard.Core.Administration;

namespace Dashboard.Web.Shell;

/// <summary>A page in the rail. Each feature registers its own as a singleton, so the rail lists only pages that exist.</summary>
/// <param name="Order">Position from the top.</param>
/// <param name="Permission">The permission that the page requires; null shows it to everyone who is signed in.</param>
/// <param name="Also">Other paths that belong to the page, such as those of its tabs.</param>
public sealed record NavItem(int Order, string Title, string Href, string Drawing, Permission? Permission = null, params IReadOnlyList<string> Also);
