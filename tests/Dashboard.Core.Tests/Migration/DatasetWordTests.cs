using Dashboard.Core.Migration;

namespace Dashboard.Core.Tests.Migration;

public sealed class DatasetWordTests
{
    [Theory]
    [InlineData("Chat", "urn:data:chat", "chat data urn")]
    [InlineData("payments_00006", "urn:x", "00006 payments urn x")]
    [InlineData("ChatMessages", "urn:x", "chatmessages messages urn x")]
    [InlineData("HTTPServerLog", "urn:x", "httpserverlog log serverlog urn x")]
    [InlineData("ÖlÄnderung — Größe", "urn:x", "größe urn x änderung öländerung")]
    [InlineData("…", "://", "")]
    public void Of_NameAndUrn_AreRunsAndCamelCaseParts(string name, string urn, string words) =>
        Assert.Equal(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), DatasetWord.Of(Dataset.Discovered(urn, name, 1, 4, Days.Noon)).Order(StringComparer.Ordinal));

    [Fact]
    public void Of_LongWord_IsStoredByItsBeginning()
    {
        var words = DatasetWord.Of(Dataset.Discovered("", new('x', 200), 1, 4, Days.Noon));

        Assert.Equal(DatasetWord.MaxLength, Assert.Single(words).Length);
        Assert.Equal([words.Single()], DatasetWord.SearchWords(new('X', 150)));
    }

    [Theory]
    [InlineData("Chat chat", "chat")]
    [InlineData("urn:data:ChatMessages", "chatmessages data urn")]
    [InlineData(" %_- ", "")]
    public void SearchWords_Text_AreItsRuns(string text, string words) =>
        Assert.Equal(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), DatasetWord.SearchWords(text).Order(StringComparer.Ordinal));

    [Fact]
    public void SearchWords_VeryManyWords_AreTheLongest() =>
        Assert.Equal(["longest", .. Enumerable.Range(10, 15).Select(number => $"{number}")], DatasetWord.SearchWords($"{string.Join(' ', Enumerable.Range(10, 90))} longest"));

    [Theory]
    [InlineData("a", "b")]
    [InlineData("chat/", "chat0")]
    [InlineData("x😀", "x😁")]
    [InlineData("\uD7FF", "\uE000")]
    [InlineData("\U0010FFFF", "\U0010FFFF")]
    public void Beginning_OfText_EndsBeforeTheNextCharacter(string text, string before) =>
        Assert.Equal((text, before), Beginning.Of(text));
}
