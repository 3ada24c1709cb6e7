using SkiaSharp;

namespace Dashboard.Pdf;

/// <summary>A typeface with a cache of the glyphs and widths used so far. Belongs to one document and one thread.</summary>
internal sealed class FontFace(SKTypeface typeface) : IDisposable
{
    private const float Em = 1000;

    private readonly SKFont measuring = NewFont(typeface, Em);
    private readonly Dictionary<float, SKFont> fonts = [];
    private readonly (ushort Glyph, float Advance)?[] basicPlane = new (ushort, float)?[char.MaxValue + 1];

    public SKTypeface Typeface => typeface;

    /// <summary>The glyph (0 if the typeface has none) and its advance width as a fraction of the font size.</summary>
    public (ushort Glyph, float Advance) GlyphOf(int codePoint)
    {
        if (codePoint > char.MaxValue)
            return Measure(codePoint);
        return basicPlane[codePoint] ??= Measure(codePoint);
    }

    public bool Has(int codePoint) => GlyphOf(codePoint).Glyph != 0;

    /// <param name="size">In points.</param>
    public SKFont AtSize(float size)
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
