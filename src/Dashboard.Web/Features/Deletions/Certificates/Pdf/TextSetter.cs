using System.Text;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>Draws lines. Letters that join or carry marks go through HarfBuzz; everything else is drawn glyph by glyph, which is much faster.</summary>
internal sealed class TextSetter(Faces faces) : IDisposable
{
    private readonly SKPaint paint = new() { IsAntialias = true };
    private readonly SKTextBlobBuilder blobs = new();
    private readonly Dictionary<Face, SKShaper> shapers = [];
    private ushort[] glyphs = new ushort[256];

    /// <param name="canvas">The page.</param>
    /// <param name="line">What to draw.</param>
    /// <param name="x">Its left edge.</param>
    /// <param name="baseline">Its baseline.</param>
    public void Draw(SKCanvas canvas, Line line, float x, float baseline)
    {
        paint.Color = line.Style.Colour;
        if (!line.Text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            DrawPlain(canvas, faces.Own(line.Style.Cut), line.Text, line.Style.Size, x, baseline);
            return;
        }

        foreach (var stretch in Stretch.Of(line.Text, faces, line.Style.Cut))
        {
            x += stretch.NeedsShaping
                ? DrawShaped(canvas, stretch, line.Style.Size, x, baseline)
                : DrawPlain(canvas, stretch.Face, stretch.Text, line.Style.Size, x, baseline);
        }
    }

    public void Dispose()
    {
        paint.Dispose();
        blobs.Dispose();
        foreach (var shaper in shapers.Values)
            shaper.Dispose();
    }

    private float DrawPlain(SKCanvas canvas, Face face, string text, float size, float x, float baseline)
    {
        if (glyphs.Length < text.Length)
            glyphs = new ushort[text.Length * 2];
        var (count, width) = (0, 0f);
        foreach (var rune in text.EnumerateRunes())
        {
            var (glyph, advance) = face.Of(rune.Value);
            glyphs[count++] = glyph;
            width += advance * size;
        }

        if (count == 0)
            return 0;
        blobs.AddRun(glyphs.AsSpan(0, count), face.At(size), SKPoint.Empty);
        using var blob = blobs.Build()!;
        canvas.DrawText(blob, x, baseline, paint);
        return width;
    }

    /// <summary>The blob carries the text beside its glyphs: so the PDF knows which characters a joined form stands for.</summary>
    private float DrawShaped(SKCanvas canvas, Stretch stretch, float size, float x, float baseline)
    {
        if (!shapers.TryGetValue(stretch.Face, out var shaper))
            shapers.Add(stretch.Face, shaper = new(stretch.Face.Typeface));
        var font = stretch.Face.At(size);
        var shaped = shaper.Shape(stretch.Text, font);
        var utf8 = Encoding.UTF8.GetBytes(stretch.Text);
        var run = blobs.AllocateRawPositionedTextRun(font, shaped.Codepoints.Length, utf8.Length, null);
        for (var index = 0; index < shaped.Codepoints.Length; index++)
        {
            run.Glyphs[index] = (ushort)shaped.Codepoints[index];
            run.Positions[index] = shaped.Points[index];
            run.Clusters[index] = shaped.Clusters[index];
        }

        utf8.CopyTo(run.Text);
        using var blob = blobs.Build()!;
        canvas.DrawText(blob, x, baseline, paint);
        return shaped.Width;
    }
}
