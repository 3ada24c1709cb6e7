using MudBlazor;

namespace Dashboard.Web.Controls.Forms;

/// <summary>What was done, said for some seconds at the bottom of the page. A refusal stays where it was caused: see <see cref="FormMessage"/>.</summary>
internal static class Notices
{
    public static void Done(this ISnackbar notices, string text) => notices.Add(text, Severity.Success);
}
