using CsCheck;
using Dashboard.Core.Inventory;

namespace Dashboard.Core.Tests.Inventory;

public sealed class BoundaryTests
{
    private const long Protected = 1;
    private const long Excepted = 2;

    private static readonly BoundaryRule OracleUs =
        BoundaryRule.Create("Oracle", "US", Protected, Days.Today.AddDays(-30), validUntil: null, "Order of 2026").Value;

    [Fact]
    public void PositionOf_AllowedOperatorAndCountry_IsInside() =>
        Assert.Equal(Position.Inside, On(Days.Today).PositionOf(Place("Oracle", "US"), Protected));

    [Theory]
    [InlineData("The company", "US")]
    [InlineData("Oracle", "SG")]
    [InlineData("The company", "SG")]
    public void PositionOf_OtherOperatorOrCountry_IsOutside(string operatorName, string country) =>
        Assert.Equal(Position.Outside, On(Days.Today).PositionOf(Place(operatorName, country), Protected));

    [Theory]
    [InlineData(null, "US")]
    [InlineData("Oracle", null)]
    [InlineData(null, null)]
    public void PositionOf_UnknownOperatorOrCountry_IsUnknown(string? operatorName, string? country) =>
        Assert.Equal(Position.Unknown, On(Days.Today).PositionOf(Place(operatorName, country), Protected));

    [Fact]
    public void PositionOf_OtherClassification_IsOutside() =>
        Assert.Equal(Position.Outside, On(Days.Today).PositionOf(Place("Oracle", "US"), Excepted));

    [Fact]
    public void PositionOf_OtherSpellingOfCase_IsInside() =>
        Assert.Equal(Position.Inside, On(Days.Today).PositionOf(Place("ORACLE", "us"), Protected));

    [Theory]
    [InlineData(-1, Position.Outside)]
    [InlineData(0, Position.Inside)]
    [InlineData(10, Position.Inside)]
    [InlineData(11, Position.Outside)]
    public void PositionOf_AroundTheRulesDates_FirstAndLastDayCount(int dayOfRule, Position expected)
    {
        var rule = BoundaryRule.Create("Oracle", "US", Protected, Days.Today, Days.Today.AddDays(10), "Order").Value;
        var boundary = new Boundary([rule], Days.Today.AddDays(dayOfRule));

        Assert.Equal(expected, boundary.PositionOf(Place("Oracle", "US"), Protected));
    }

    [Fact]
    public void PositionOf_WithoutRules_IsNeverInside() =>
        Assert.Equal(Position.Outside, new Boundary([], Days.Today).PositionOf(Place("Oracle", "US"), Protected));

    [Fact]
    public void RuleFor_InsideAndOutside_IsTheRuleOrNothing()
    {
        Assert.Same(OracleUs, On(Days.Today).RuleFor(Place("oracle", "us"), Protected));
        Assert.Null(On(Days.Today).RuleFor(Place("The company", "US"), Protected));
        Assert.Null(On(Days.Today).RuleFor(Place(null, "US"), Protected));
    }

    [Fact]
    public void PositionOf_AnythingUnknown_IsNeverInside()
    {
        var rules = from operators in Gen.OneOf("Oracle", "unknown", "")
                    from country in Gen.OneOf("US", "SG")
                    select (operators, country);
        var places = from operators in Gen.OneOf("Oracle", "unknown", null, "", " ")
                     from country in Gen.OneOf("US", "SG", null, "")
                     select (operators, country);

        Gen.Select(rules.Array[0, 4], places).Sample((allowed, place) =>
        {
            var boundary = new Boundary(
                allowed.Select(rule => BoundaryRule.Create(rule.operators, rule.country, Protected, Days.Today, null, "Order"))
                    .Where(rule => rule.IsDone).Select(rule => rule.Value),
                Days.Today);
            var position = boundary.PositionOf(Place(place.operators, place.country), Protected);
            var isKnown = !string.IsNullOrWhiteSpace(place.operators) && !string.IsNullOrWhiteSpace(place.country);
            Assert.Equal(!isKnown, position is Position.Unknown);
        });
    }

    private static Boundary On(DateOnly day) => new([OracleUs], day);

    private static Location Place(string? operatorName, string? country) => Location.Discovered(operatorName, country, "somewhere");
}
