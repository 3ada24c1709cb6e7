using SkiaSharp;

namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>How a text is set; sizes in points (1/72 inch).</summary>
/// <param name="Cut">Which of the three fonts.</param>
/// <param name="Size">Font size.</param>
/// <param name="Leading">From one baseline to the next.</param>
/// <param name="Colour">Of the ink.</param>
internal sealed record TextStyle(FontCut Cut, float Size, float Leading, SKColor Colour)
{
    private static readonly SKColor Ink = SKColor.Parse("#15202B");
    private static readonly SKColor Muted = SKColor.Parse("#4A5764");

    public static TextStyle Title { get; } = new(FontCut.SemiBold, 22, 27, Ink);
    public static TextStyle Section { get; } = new(FontCut.SemiBold, 11, 15, Ink);
    public static TextStyle Body { get; } = new(FontCut.Regular, 9, 13, Ink);
    public static TextStyle Strong { get; } = new(FontCut.SemiBold, 9, 13, Ink);
    public static TextStyle Label { get; } = new(FontCut.Regular, 9, 13, Muted);
    public static TextStyle Code { get; } = new(FontCut.Mono, 7.5f, 13, Ink);
    public static TextStyle Block { get; } = new(FontCut.Mono, 7.5f, 10.5f, Ink);
    public static TextStyle Heading { get; } = new(FontCut.SemiBold, 7.5f, 10, Muted);
    public static TextStyle Cell { get; } = new(FontCut.Regular, 8, 11, Ink);
    public static TextStyle CellCode { get; } = new(FontCut.Mono, 6.5f, 11, Ink);
    public static TextStyle Small { get; } = new(FontCut.Regular, 6.6f, 8.5f, Ink);
    public static TextStyle SmallStrong { get; } = new(FontCut.SemiBold, 6.6f, 8.5f, Ink);
    public static TextStyle Margin { get; } = new(FontCut.Regular, 7, 9, Muted);
    public static TextStyle MarginCode { get; } = new(FontCut.Mono, 5.8f, 9, Muted);
}
