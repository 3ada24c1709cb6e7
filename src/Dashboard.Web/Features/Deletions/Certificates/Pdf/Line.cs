namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>One line of set text.</summary>
/// <param name="Text">What it says, printable.</param>
/// <param name="Style">How it is set.</param>
/// <param name="Width">In points; for scripts whose letters join, the most that it can be.</param>
internal readonly record struct Line(string Text, TextStyle Style, float Width);
