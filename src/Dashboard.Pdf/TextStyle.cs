using SkiaSharp;

namespace Dashboard.Pdf;

/// <summary>Font, size and line spacing of a text. Sizes are in points (1/72 inch).</summary>
public sealed record TextStyle
{
    private static readonly SKColor Ink = SKColor.Parse("#15202B");
    private static readonly SKColor Muted = SKColor.Parse("#4A5764");

    private TextStyle(DocumentFont font, float size, float leading, SKColor colour) =>
        (Font, Size, Leading, Colour) = (font, size, leading, colour);

    /// <summary>The document's title.</summary>
    public static TextStyle Title { get; } = new(DocumentFont.SemiBold, 22, 27, Ink);

    /// <summary>The heading of a section.</summary>
    public static TextStyle SectionHeading { get; } = new(DocumentFont.SemiBold, 11, 15, Ink);

    /// <summary>Running text.</summary>
    public static TextStyle Body { get; } = new(DocumentFont.Regular, 9, 13, Ink);

    /// <summary>Emphasized running text.</summary>
    public static TextStyle Strong { get; } = new(DocumentFont.SemiBold, 9, 13, Ink);

    /// <summary>The label of a fact, or a value that is missing.</summary>
    public static TextStyle Label { get; } = new(DocumentFont.Regular, 9, 13, Muted);

    /// <summary>A hash or key in running text.</summary>
    public static TextStyle Code { get; } = new(DocumentFont.Monospace, 7.5f, 13, Ink);

    /// <summary>Preformatted text. It may be set smaller so that its lines fit.</summary>
    public static TextStyle Preformatted { get; } = new(DocumentFont.Monospace, 7.5f, 10.5f, Ink);

    /// <summary>The heading of a table column.</summary>
    public static TextStyle ColumnHeading { get; } = new(DocumentFont.SemiBold, 7.5f, 10, Muted);

    /// <summary>A table cell.</summary>
    public static TextStyle Cell { get; } = new(DocumentFont.Regular, 8, 11, Ink);

    /// <summary>A hash or key in a table cell.</summary>
    public static TextStyle CellCode { get; } = new(DocumentFont.Monospace, 6.5f, 11, Ink);

    /// <summary>A cell of a long, dense table.</summary>
    public static TextStyle Small { get; } = new(DocumentFont.Regular, 6.6f, 8.5f, Ink);

    /// <summary>Emphasized text in a long, dense table.</summary>
    public static TextStyle SmallStrong { get; } = new(DocumentFont.SemiBold, 6.6f, 8.5f, Ink);

    /// <summary>The header and the left part of the footer.</summary>
    public static TextStyle Margin { get; } = new(DocumentFont.Regular, 7, 9, Muted);

    /// <summary>The right part of the footer.</summary>
    public static TextStyle MarginCode { get; } = new(DocumentFont.Monospace, 5.8f, 9, Muted);

    /// <summary>The font. Characters that it lacks come from fallback fonts.</summary>
    public DocumentFont Font { get; }

    /// <summary>Font size in points.</summary>
    public float Size { get; internal init; }

    /// <summary>Distance between two baselines in points.</summary>
    public float Leading { get; }

    internal SKColor Colour { get; }
}
