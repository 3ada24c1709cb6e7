namespace Dashboard.Web.Shell;

/// <summary>
/// A static page with an island that opens dialogs, menus or pickers of MudBlazor. It gets MudBlazor's style sheet and, in the same circuit as
/// its islands, the <see cref="Overlays"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UsesMudBlazorAttribute : Attribute;
