using SkiaSharp;

namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>A typeface with the glyphs and widths that were asked for so far. Belongs to one document.</summary>
internal sealed class Face(SKTypeface typeface) : IDisposable
{
    private const float Em = 1000;

    private readonly SKFont measuring = NewFont(typeface, Em);
    private readonly Dictionary<float, SKFont> fonts = [];
    private readonly (ushort Glyph, float Advance)?[] basic = new (ushort, float)?[char.MaxValue + 1];

    public SKTypeface Typeface => typeface;

    /// <summary>Glyph (0 for none) and width in parts of the font's size.</summary>
    public (ushort Glyph, float Advance) Of(int codePoint)
    {
        if (codePoint > char.MaxValue)
            return Measure(codePoint);
        return basic[codePoint] ??= Measure(codePoint);
    }

    public bool Has(int codePoint) => Of(codePoint).Glyph != 0;

    public SKFont At(float size)
    {
        if (!fonts.TryGetValue(size, out var font))
            fonts.Add(size, font = NewFont(typeface, size));
        return font;
    }

    public void Dispose()
    {
        measuring.Dispose();
        foreach (var font in fonts.Values)
            font.Dispose();
    }

    private (ushort Glyph, float Advance) Measure(int codePoint)
    {
        var glyph = measuring.GetGlyph(codePoint);
        return (glyph, glyph == 0 ? 0 : measuring.GetGlyphWidths([glyph])[0] / Em);
    }

    private static SKFont NewFont(SKTypeface typeface, float size) => new(typeface, size)
    {
        Hinting = SKFontHinting.None,
        LinearMetrics = true,
        Subpixel = true,
        BaselineSnap = false,
    };
}
