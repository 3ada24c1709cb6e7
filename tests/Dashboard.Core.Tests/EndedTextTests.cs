namespace Dashboard.Core.Tests;

public sealed class EndedTextTests
{
    private static readonly string[] Texts = ["", " ", "  ", "a", "a ", "a  ", " a", "a\t", "a\u0001", "a \u0001", "a\u0001 ", "a\u0001\u0001", "\u0001", "\U0001F600 "];

    [Fact]
    public void EveryText_IsReadAsItWasWritten() => Assert.All(Texts, text => Assert.Equal(text, EndedText.Read(EndedText.Write(text))));

    /// <summary>SQL Server compares as if the shorter text were padded with spaces.</summary>
    [Fact]
    public void TextsThatDiffer_DifferWithoutTheirTrailingSpacesToo() =>
        Assert.Equal(Texts.Length, Texts.Select(text => EndedText.Write(text).TrimEnd(' ')).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [InlineData("urn:data:chat")]
    [InlineData("bucket/a b")]
    public void TextWithoutTrailingSpace_IsStoredAsItIs(string text) => Assert.Equal(text, EndedText.Write(text));
}
