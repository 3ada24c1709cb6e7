using SkiaSharp;

namespace Dashboard.Pdf;

/// <summary>
/// The fonts in this assembly (see Fonts/README.md). A document looks the same whatever fonts the server has. Each typeface is loaded on first
/// use and kept. Several threads may use a typeface at the same time.
/// </summary>
internal static class EmbeddedFonts
{
    private static readonly Lazy<SKTypeface> LazyRegular = Load("Inter-Regular");
    private static readonly Lazy<SKTypeface> LazySemiBold = Load("Inter-SemiBold");
    private static readonly Lazy<SKTypeface> LazyMonospace = Load("DejaVuSansMono");
    private static readonly Lazy<SKTypeface> LazyFallback = Load("DejaVuSans");
    private static readonly Lazy<SKTypeface> LazyCjkFallback = Load("DroidSansFallback");

    public static SKTypeface Regular => LazyRegular.Value;

    public static SKTypeface SemiBold => LazySemiBold.Value;

    public static SKTypeface Monospace => LazyMonospace.Value;

    /// <summary>Most alphabets, including Greek, Cyrillic, Hebrew and Arabic.</summary>
    public static SKTypeface Fallback => LazyFallback.Value;

    /// <summary>Chinese, Japanese and Korean.</summary>
    public static SKTypeface CjkFallback => LazyCjkFallback.Value;

    private static Lazy<SKTypeface> Load(string name) => new(() =>
    {
        using var file = typeof(EmbeddedFonts).Assembly.GetManifestResourceStream($"fonts/{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name} is missing from the assembly.");
        return SKTypeface.FromStream(file) ?? throw new InvalidOperationException($"The font {name} cannot be read.");
    });
}
