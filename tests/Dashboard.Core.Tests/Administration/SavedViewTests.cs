using Dashboard.Core.Administration;

namespace Dashboard.Core.Tests.Administration;

public sealed class SavedViewTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly Member Ada = Member.Register(new("ada", "Ada", null, Roles.Auditor, null, null, []), Now);

    [Fact]
    public void Save_KeepsWhatItWasGiven_AndTheNameInLowerCase()
    {
        var view = SavedView.Save(Ada, "/inventory", "?role=Backup", "  Backups Ä ", Now).Value;

        Assert.Equal(("/inventory", "?role=Backup", "Backups Ä", "backups ä", Now), (view.Page, view.Query, view.Name, view.NameKey, view.SavedAt));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a\nb")]
    public void Save_InvalidName_IsRefused(string name) =>
        Assert.Equal(new ViewNameInvalid(), SavedView.Save(Ada, "/inventory", "", name, Now).Refusal);

    [Fact]
    public void Save_NameOfSixtyCharacters_IsTheLongest()
    {
        Assert.True(SavedView.Save(Ada, "/inventory", "", new string('n', 60), Now).IsDone);
        Assert.Equal(new ViewNameInvalid(), SavedView.Save(Ada, "/inventory", "", new string('n', 61), Now).Refusal);
    }

    [Fact]
    public void Save_QueryOfTwoThousandCharacters_IsTheLongest()
    {
        Assert.True(SavedView.Save(Ada, "/inventory", "?" + new string('q', 1999), "Long", Now).IsDone);
        Assert.Equal(new ViewTooLong(), SavedView.Save(Ada, "/inventory", "?" + new string('q', 2000), "Long", Now).Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("inventory")]
    [InlineData("https://example.com/inventory")]
    [InlineData("//example.com")]
    [InlineData("/\\example.com")]
    [InlineData("/a\\b")]
    [InlineData("/inventory?role=Backup")]
    [InlineData("/inventory#map")]
    [InlineData("/inven\ttory")]
    [InlineData("/ninety-nine-characters-are-not-too-many-but-a-hundred-after-the-slash-are-and-this-one-has-more-than-these")]
    public void Save_PageThatIsNotAPathOnThisSite_IsRefused(string page) =>
        Assert.Equal(new ViewAddressInvalid(), SavedView.Save(Ada, page, "", "Away", Now).Refusal);

    [Theory]
    [InlineData("?")]
    [InlineData("role=Backup")]
    [InlineData("//example.com")]
    [InlineData("?role=Backup#map")]
    [InlineData("?role=\r\nLocation: x")]
    public void Save_InvalidQuery_IsRefused(string query) =>
        Assert.Equal(new ViewAddressInvalid(), SavedView.Save(Ada, "/inventory", query, "Away", Now).Refusal);
}
