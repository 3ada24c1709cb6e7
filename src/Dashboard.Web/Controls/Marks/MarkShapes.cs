using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;

namespace Dashboard.Web.Controls.Marks;

/// <summary>
/// The shapes of the marks that stand in every row of a table. Each is drawn once in the document (<c>Patterns.razor</c>) and referenced by its
/// ID, because fifty rows of drawings were a quarter of a page.
/// </summary>
internal static class MarkShapes
{
    /// <summary>All shapes: the ID, the width and height of the frame, and the drawing.</summary>
    public static readonly IReadOnlyList<(string Id, string Frame, string Drawing)> All =
    [
        .. Enum.GetValues<Position>().Select(position => (IdOf(position), "12 12", Drawing(position))),
        .. Enum.GetValues<CopyState>().Select(state => (IdOf(state), "12 12", Drawing(state))),
        .. Enum.GetValues<CopyRole>().Select(role => (IdOf(role), "16 16", Drawing(role))),
        .. Enum.GetValues<Stage>().Select(stage => (IdOf(stage), "34 12", Drawing(stage))),
    ];

    public static string IdOf<TMark>(TMark mark) where TMark : struct, Enum => Ids<TMark>.Of[mark];

    private static string Drawing(Position position) => position switch
    {
        Position.Inside => """<circle cx="6" cy="6" r="4.5" fill="currentColor"/>""",
        Position.Outside => """<path d="M6 1.2 11.3 10.7H.7Z" fill="url(#fill-outside)" stroke="currentColor" stroke-width="1.3" stroke-linejoin="round"/>""",
        _ => """<circle cx="6" cy="6" r="4.7" fill="none" stroke="currentColor" stroke-width="1.2" stroke-dasharray="1.5 1.45"/><path d="M4.7 4.9a1.35 1.35 0 1 1 2 1.15c-.5.3-.7.5-.7 1M6 8.6v.01" fill="none" stroke="currentColor" stroke-width="1.15" stroke-linecap="round"/>""",
    };

    // Each state has its own shape: filled, waiting, half (reported, not verified), checked, gone, back again.
    private static string Drawing(CopyState state) => state switch
    {
        CopyState.Present => """<rect x="2" y="2" width="8" height="8" rx="1.5" fill="currentColor"/>""",
        CopyState.DeletionPending => """<circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.3"/><path d="M6 3.5V6l1.6 1" fill="none" stroke="currentColor" stroke-width="1.3" stroke-linecap="round"/>""",
        CopyState.DeletionReported => """<circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.3"/><path d="M6 1.5a4.5 4.5 0 0 1 0 9Z" fill="currentColor"/>""",
        CopyState.VerifiedAbsent => """<path d="m2 6.5 2.7 2.7L10 3.2" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>""",
        CopyState.Missing => """<rect x="2" y="2" width="8" height="8" rx="1.5" fill="none" stroke="currentColor" stroke-width="1.3" stroke-dasharray="2 1.5"/><path d="M6 4v2.4M6 8.1v.01" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round"/>""",
        _ => """<path d="M10 6a4 4 0 1 1-1.3-2.9M10 1.5v2.3H7.7" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>""",
    };

    /// <summary>One box for each stage after the first; those reached are filled.</summary>
    private static string Drawing(Stage stage) => string.Concat(Enumerable.Range(1, (int)Stage.Pivoted).Select(step =>
        FormattableString.Invariant($"""<rect x="{(step - 1) * 7}" y="2.5" width="5.5" height="7" rx="1.5" fill="{(step <= (int)stage ? "currentColor" : "var(--line)")}"/>""")));

    private static string Drawing(CopyRole role) => role switch
    {
        CopyRole.Primary => """<path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" fill="currentColor" stroke-width="1"/>""",
        CopyRole.Replica => """<path d="M6 3.5 10.5 8 6 12.5 1.5 8Z"/><path d="M10 3.5 14.5 8 10 12.5"/>""",
        CopyRole.Backup => """<ellipse cx="8" cy="4" rx="5.5" ry="2"/><path d="M2.5 4v8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2V4M2.5 8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2"/>""",
        CopyRole.Archive => """<rect x="1.5" y="2.5" width="13" height="3.5" rx="1"/><path d="M2.5 6v7.5h11V6M6.5 9h3"/>""",
        CopyRole.Cache => """<path d="M9.3 1.5 3 9h4.5L6.7 14.5 13 7H8.5Z"/>""",
        _ => """<path d="M9 2.5h4.5V7M13.3 2.7 7.5 8.5M6.5 3H3.5A1 1 0 0 0 2.5 4v8.5a1 1 0 0 0 1 1H12a1 1 0 0 0 1-1v-3"/>""",
    };

    private static class Ids<TMark> where TMark : struct, Enum
    {
        public static readonly Dictionary<TMark, string> Of = Enum.GetValues<TMark>().ToDictionary(mark => mark, mark => $"{typeof(TMark).Name}-{mark}".ToLowerInvariant());
    }
}
