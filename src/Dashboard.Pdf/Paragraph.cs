namespace Dashboard.Pdf;

/// <summary>A paragraph of a table cell. It starts on a new line.</summary>
/// <param name="Text">Any text. Characters that cannot be printed appear as their code points.</param>
/// <param name="Style">Font, size and line spacing.</param>
public readonly record struct Paragraph(string Text, TextStyle Style);
