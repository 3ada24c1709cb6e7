using SkiaSharp;

namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>
/// The fonts that the assembly carries (see Fonts/README.md), so that a certificate looks the same whatever the server has installed. Loaded
/// when first needed and kept: typefaces may be used by many threads.
/// </summary>
internal static class FontFile
{
    private static readonly Lazy<SKTypeface> LazyRegular = Load("Inter-Regular");
    private static readonly Lazy<SKTypeface> LazySemiBold = Load("Inter-SemiBold");
    private static readonly Lazy<SKTypeface> LazyMono = Load("DejaVuSansMono");
    private static readonly Lazy<SKTypeface> LazyScripts = Load("DejaVuSans");
    private static readonly Lazy<SKTypeface> LazyHan = Load("DroidSansFallback");

    public static SKTypeface Regular => LazyRegular.Value;

    public static SKTypeface SemiBold => LazySemiBold.Value;

    public static SKTypeface Mono => LazyMono.Value;

    /// <summary>Most alphabets, among them Greek, Cyrillic, Hebrew and Arabic.</summary>
    public static SKTypeface Scripts => LazyScripts.Value;

    /// <summary>Chinese, Japanese and Korean.</summary>
    public static SKTypeface Han => LazyHan.Value;

    private static Lazy<SKTypeface> Load(string name) => new(() =>
    {
        using var file = typeof(FontFile).Assembly.GetManifestResourceStream($"fonts/{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name} is missing in the assembly.");
        return SKTypeface.FromStream(file) ?? throw new InvalidOperationException($"The font {name} cannot be read.");
    });
}
