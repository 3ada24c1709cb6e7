using Dashboard.Core.Inventory;

namespace Dashboard.Core.Tests.Inventory;

public sealed class CountriesTests
{
    [Fact]
    public void Find_AnyCase_IsTheCountry() => Assert.Equal("Singapore", Countries.Find("sg")?.Name);

    [Fact]
    public void Find_UnknownCode_IsNull() => Assert.Null(Countries.Find("XX"));

    [Fact]
    public void All_EveryCode_IsTwoCapitalLetters() =>
        Assert.All(Countries.All, country => Assert.Matches("^[A-Z]{2}$", country.Code));

    [Theory]
    [InlineData(null, "Unknown country")]
    [InlineData("US", "United States")]
    [InlineData("XX", "XX")]
    public void NameOf_NullAndUnknown_StayReadable(string? code, string name) =>
        Assert.StartsWith(name, Countries.NameOf(code));
}
