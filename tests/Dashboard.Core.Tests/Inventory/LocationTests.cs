using Dashboard.Core.Inventory;

namespace Dashboard.Core.Tests.Inventory;

public sealed class LocationTests
{
    [Theory]
    [InlineData("Oracle", "us-ashburn-1", "oracle/us-ashburn-1")]
    [InlineData(" Oracle ", " US-Ashburn-1 ", "oracle/us-ashburn-1")]
    [InlineData(null, "us-east-1", "unknown/us-east-1")]
    public void KeyOf_AnySpelling_IsOneKey(string? operatorName, string region, string key) =>
        Assert.Equal(key, Location.KeyOf(operatorName, region));

    [Fact]
    public void OfCloudRegion_KnowsOperatorCountryAndPlace()
    {
        var location = Location.OfCloudRegion(new("Oracle", "us-ashburn-1", "iad", "US", "Ashburn", 39.04, -77.49));

        Assert.Equal(("oracle/us-ashburn-1", "Oracle", "US", LocationKind.CloudRegion), (location.Key, location.Operator, location.Country, location.Kind));
        Assert.Equal((39.04, -77.49), (location.Latitude, location.Longitude));
    }

    [Fact]
    public void Discovered_WithoutOperator_SaysSo()
    {
        var location = Location.Discovered(null, null, "dc-7");

        Assert.Equal("Unknown operator, dc-7", location.Name);
        Assert.Null(location.Operator);
    }

    [Theory]
    [InlineData("", "US", 0.0, 0.0, typeof(LocationNeedsName))]
    [InlineData("Vault", "XX", 0.0, 0.0, typeof(CountryUnknown))]
    [InlineData("Vault", "US", 90.1, 0.0, typeof(CoordinatesInvalid))]
    [InlineData("Vault", "US", 0.0, -180.1, typeof(CoordinatesInvalid))]
    [InlineData("Vault", "US", 1.0, null, typeof(CoordinatesInvalid))]
    [InlineData("Vault", "US", null, 1.0, typeof(CoordinatesInvalid))]
    public void Describe_WithSomethingWrong_IsRefusedAndChangesNothing(
        string name, string? country, double? latitude, double? longitude, Type refusal)
    {
        var location = Location.Discovered("The company", "SG", "sg-1");

        Assert.IsType(refusal, location.Describe(name, "Other", country, LocationKind.OfflineVault, latitude, longitude).Refusal);
        Assert.Equal(("The company", "SG", LocationKind.Unknown), (location.Operator, location.Country, location.Kind));
    }

    [Fact]
    public void Describe_TextLongerThanItsColumn_IsRefused()
    {
        var location = Location.Discovered("The company", "SG", "sg-1");

        Assert.IsType<TextTooLong>(location.Describe(new string('n', 201), null, null, LocationKind.Unknown, null, null).Refusal);
        Assert.IsType<TextTooLong>(location.Describe("Vault", new string('o', 121), null, LocationKind.Unknown, null, null).Refusal);
    }

    [Fact]
    public void Describe_BlankOperator_MakesItUnknown()
    {
        var location = Location.Discovered("The company", "SG", "sg-1");

        Assert.True(location.Describe("Vault", " ", "us", LocationKind.OfflineVault, 90, 180).IsDone);
        Assert.Null(location.Operator);
        Assert.Equal("US", location.Country);
    }
}
