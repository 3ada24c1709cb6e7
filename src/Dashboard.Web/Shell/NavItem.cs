using Dashboard.Core.Administration;

namespace Dashboard.Web.Shell;

/// <summary>A page in the rail. Each feature registers its own as a singleton, so the rail never lists what is not there.</summary>
/// <param name="Order">Position from the top; the order in which the questions are asked.</param>
/// <param name="Permission">What the page itself asks for; null shows it to everyone who signed in.</param>
/// <param name="Also">Other addresses that belong to it, such as those of its tabs.</param>
public sealed record NavItem(int Order, string Title, string Href, string Drawing, Permission? Permission = null, params IReadOnlyList<string> Also);
