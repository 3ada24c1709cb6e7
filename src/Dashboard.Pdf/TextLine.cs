namespace Dashboard.Pdf;

/// <summary>One line of text, ready to draw.</summary>
/// <param name="Text">Printable text. See <see cref="PrintableText"/>.</param>
/// <param name="Style">Font, size and line spacing.</param>
/// <param name="Width">In points. For scripts with joined letters this is the upper limit.</param>
internal readonly record struct TextLine(string Text, TextStyle Style, float Width);
