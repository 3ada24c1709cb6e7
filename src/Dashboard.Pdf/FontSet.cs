namespace Dashboard.Pdf;

/// <summary>The font faces of one document: one for each <see cref="DocumentFont"/>, and two fallbacks for characters that those lack.</summary>
internal sealed class FontSet : IDisposable
{
    private readonly FontFace[] primary = [new(EmbeddedFonts.Regular), new(EmbeddedFonts.SemiBold), new(EmbeddedFonts.Monospace)];
    private FontFace? fallback;
    private FontFace? cjkFallback;

    public FontFace Primary(DocumentFont font) => primary[(int)font];

    /// <summary>The first face that has a glyph for the character, or null if none has.</summary>
    public FontFace? FaceFor(DocumentFont font, int codePoint)
    {
        if (Primary(font).Has(codePoint))
            return Primary(font);
        if ((fallback ??= new(EmbeddedFonts.Fallback)).Has(codePoint))
            return fallback;
        return (cjkFallback ??= new(EmbeddedFonts.CjkFallback)).Has(codePoint) ? cjkFallback : null;
    }

    public void Dispose()
    {
        foreach (var face in primary)
            face.Dispose();
        fallback?.Dispose();
        cjkFallback?.Dispose();
    }
}
