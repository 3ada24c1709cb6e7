namespace Dashboard.Pdf;

/// <summary>A cell of a <see cref="Table"/>.</summary>
/// <param name="Paragraphs">From top to bottom.</param>
public sealed record TableCell(params Paragraph[] Paragraphs)
{
    /// <summary>A cell with one paragraph in <see cref="TextStyle.Cell"/>.</summary>
    public static TableCell Text(string text) => new(new Paragraph(text, TextStyle.Cell));

    /// <summary>A cell with a hash or key in <see cref="TextStyle.CellCode"/>.</summary>
    public static TableCell Code(string text) => new(new Paragraph(text, TextStyle.CellCode));
}
