using MudBlazor;

namespace Dashboard.Web.Shell;

/// <summary>The MudBlazor settings that must come from code: typography, sizes and no shadows. Its colors come from the tokens in css/mud.css.</summary>
internal static class Theme
{
    private static readonly string[] Family = ["var(--font)"];

    public static readonly MudTheme Product = new()
    {
        LayoutProperties = new() { DefaultBorderRadius = "var(--radius-small)" },
        Shadows = new() { Elevation = [.. Enumerable.Repeat("none", 26)] },
        Typography = new()
        {
            Default = new DefaultTypography { FontFamily = Family, FontSize = ".875rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Family, FontSize = ".875rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Family, FontSize = ".8125rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Subtitle1 = new Subtitle1Typography { FontFamily = Family, FontSize = ".875rem", LineHeight = "1.5", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = Family, FontSize = ".9375rem", FontWeight = "600", LineHeight = "1.6", LetterSpacing = "normal" },
            Caption = new CaptionTypography { FontFamily = Family, FontSize = ".75rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Family, FontSize = ".875rem", FontWeight = "550", LineHeight = "20px", LetterSpacing = "normal", TextTransform = "none" },
        },
    };
}
