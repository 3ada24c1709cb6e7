using System.Text;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace Dashboard.Pdf;

/// <summary>
/// Draws lines of text. HarfBuzz shapes letters that join or carry combining marks. All other text is drawn glyph by glyph, which is much faster.
/// </summary>
internal sealed class TextRenderer(FontSet fonts) : IDisposable
{
    private readonly SKPaint paint = new() { IsAntialias = true };
    private readonly SKTextBlobBuilder blobs = new();
    private readonly Dictionary<FontFace, SKShaper> shapers = [];
    private ushort[] glyphs = new ushort[256];

    /// <param name="canvas">The page.</param>
    /// <param name="line">The text.</param>
    /// <param name="x">The text's left edge in points.</param>
    /// <param name="baseline">In points from the top of the page.</param>
    public void Draw(SKCanvas canvas, TextLine line, float x, float baseline)
    {
        paint.Color = line.Style.Colour;
        if (!line.Text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            DrawUnshaped(canvas, fonts.Primary(line.Style.Font), line.Text, line.Style.Size, x, baseline);
            return;
        }

        foreach (var run in TextRun.Split(line.Text, fonts, line.Style.Font))
        {
            x += run.NeedsShaping
                ? DrawShaped(canvas, run, line.Style.Size, x, baseline)
                : DrawUnshaped(canvas, run.Face, run.Text, line.Style.Size, x, baseline);
        }
    }

    public void Dispose()
    {
        paint.Dispose();
        blobs.Dispose();
        foreach (var shaper in shapers.Values)
            shaper.Dispose();
    }

    private float DrawUnshaped(SKCanvas canvas, FontFace face, string text, float size, float x, float baseline)
    {
        if (glyphs.Length < text.Length)
            glyphs = new ushort[text.Length * 2];
        var (count, width) = (0, 0f);
        foreach (var rune in text.EnumerateRunes())
        {
            var (glyph, advance) = face.GlyphOf(rune.Value);
            glyphs[count++] = glyph;
            width += advance * size;
        }

        if (count == 0)
            return 0;
        blobs.AddRun(glyphs.AsSpan(0, count), face.AtSize(size), SKPoint.Empty);
        using var blob = blobs.Build()!;
        canvas.DrawText(blob, x, baseline, paint);
        return width;
    }

    /// <summary>
    /// The blob holds the text as well as its glyphs. From it Skia writes /ActualText (ISO 32000-1, section 14.9.4), which says which
    /// characters a joined form represents. Without it, joined text could not be searched or copied.
    /// </summary>
    private float DrawShaped(SKCanvas canvas, TextRun run, float size, float x, float baseline)
    {
        if (!shapers.TryGetValue(run.Face, out var shaper))
            shapers.Add(run.Face, shaper = new(run.Face.Typeface));
        var font = run.Face.AtSize(size);
        var shaped = shaper.Shape(run.Text, font);
        var utf8 = Encoding.UTF8.GetBytes(run.Text);
        var buffer = blobs.AllocateRawPositionedTextRun(font, shaped.Codepoints.Length, utf8.Length, null);
        for (var index = 0; index < shaped.Codepoints.Length; index++)
        {
            buffer.Glyphs[index] = (ushort)shaped.Codepoints[index];
            buffer.Positions[index] = shaped.Points[index];
            buffer.Clusters[index] = shaped.Clusters[index];
        }

        utf8.CopyTo(buffer.Text);
        using var blob = blobs.Build()!;
        canvas.DrawText(blob, x, baseline, paint);
        return shaped.Width;
    }
}
