using System.Text.RegularExpressions;

namespace Dashboard.Component.Tests.Shell;

public sealed partial class TokenTests
{
    private static readonly string[] Grounds = ["ground", "surface", "raised", "sunken", "hover"];
    private static readonly string[] Inks = ["ink", "muted", "accent", "inside", "outside", "unknown", "violation", "verified"];
    private static readonly string[] Meanings = ["inside", "outside", "unknown", "violation", "verified", "accent"];

    public static TheoryData<string, string> TextPairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var ground in Grounds)
        {
            foreach (var ink in Inks)
                pairs.Add(ink, ground);
        }

        foreach (var meaning in Meanings)
        {
            pairs.Add(meaning, $"{meaning}-soft");
            pairs.Add("ink", $"{meaning}-soft");
            pairs.Add("muted", $"{meaning}-soft");
        }

        pairs.Add("on-accent", "accent");
        pairs.Add("on-accent", "accent-hover");
        pairs.Add("on-violation", "violation");
        return pairs;
    }

    [Theory]
    [MemberData(nameof(TextPairs))]
    public void Text_InBothThemes_MeetsContrast(string ink, string ground)
    {
        var (text, behind) = (Tokens.Colours[ink], Tokens.Colours[ground]);
        Assert.True(Tokens.Contrast(text.Light, behind.Light) >= 4.5, $"light: {Tokens.Contrast(text.Light, behind.Light):0.00}");
        Assert.True(Tokens.Contrast(text.Dark, behind.Dark) >= 4.5, $"dark: {Tokens.Contrast(text.Dark, behind.Dark):0.00}");
    }

    [Theory]
    [InlineData("surface")]
    [InlineData("raised")]
    public void FieldLine_AgainstItsGround_IsVisible(string ground)
    {
        var (line, behind) = (Tokens.Colours["field-line"], Tokens.Colours[ground]);
        Assert.True(Tokens.Contrast(line.Light, behind.Light) >= 3, $"light: {Tokens.Contrast(line.Light, behind.Light):0.00}");
        Assert.True(Tokens.Contrast(line.Dark, behind.Dark) >= 3, $"dark: {Tokens.Contrast(line.Dark, behind.Dark):0.00}");
    }

    [Fact]
    public void Sheets_EveryVariable_IsAToken()
    {
        string[] setByMarkup = ["unit", "strip", "pale", "programme"];
        var unknown = Tokens.Sheets()
            .SelectMany(sheet => Use().Matches(File.ReadAllText(sheet)).Select(use => use.Groups["name"].Value))
            .Where(name => !name.StartsWith("mud-", StringComparison.Ordinal) && !Tokens.Names.Contains(name) && !setByMarkup.Contains(name, StringComparer.Ordinal))
            .Distinct(StringComparer.Ordinal);

        Assert.Empty(unknown);
    }

    [Fact]
    public void Sheets_OtherThanTokens_NameNoColour()
    {
        var named = Tokens.Sheets()
            .Where(sheet => Path.GetFileName(sheet) != "tokens.css")
            .Where(sheet => Hex().IsMatch(File.ReadAllText(sheet)));

        Assert.Empty(named);
    }

    [GeneratedRegex(@"var\(--(?<name>[a-z-]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Use();

    [GeneratedRegex(@"[:\s(]#[0-9a-fA-F]{3,8}[;\s,)]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Hex();
}
