using Dashboard.Core.Inventory;

namespace Dashboard.Core.Tests.Inventory;

public sealed class BoundaryRuleTests
{
    [Fact]
    public void Create_WithEverything_TrimsAndSpellsTheCountryAsIso()
    {
        var rule = BoundaryRule.Create(" Oracle ", "us", 1, Days.Today, null, " Order ").Value;

        Assert.Equal(("Oracle", "US", "Order"), (rule.Operator, rule.Country, rule.Reason));
    }

    [Theory]
    [InlineData("", "US", "Order", typeof(RuleNeedsOperator))]
    [InlineData("  ", "US", "Order", typeof(RuleNeedsOperator))]
    [InlineData("Oracle", "XX", "Order", typeof(CountryUnknown))]
    [InlineData("Oracle", "", "Order", typeof(CountryUnknown))]
    [InlineData("Oracle", "US", " ", typeof(RuleNeedsReason))]
    public void Create_WithSomethingMissing_IsRefused(string operatorName, string country, string reason, Type refusal) =>
        Assert.IsType(refusal, BoundaryRule.Create(operatorName, country, 1, Days.Today, null, reason).Refusal);

    [Fact]
    public void Create_EndingBeforeItStarts_IsRefused() =>
        Assert.IsType<RuleEndsBeforeItStarts>(
            BoundaryRule.Create("Oracle", "US", 1, Days.Today, Days.Today.AddDays(-1), "Order").Refusal);

    [Fact]
    public void Create_TextLongerThanItsColumn_IsRefused()
    {
        Assert.IsType<TextTooLong>(BoundaryRule.Create(new string('o', 121), "US", 1, Days.Today, null, "Order").Refusal);
        Assert.IsType<TextTooLong>(BoundaryRule.Create("Oracle", "US", 1, Days.Today, null, new string('r', 1001)).Refusal);
    }

    [Fact]
    public void End_BeforeItsFirstDay_IsRefused() =>
        Assert.IsType<RuleEndsBeforeItStarts>(Open().End(Days.Today.AddDays(-1)).Refusal);

    [Fact]
    public void End_OnItsFirstDay_LeavesOneDayInForce()
    {
        var rule = Open();

        Assert.True(rule.End(Days.Today).IsDone);
        Assert.True(rule.IsInForce(Days.Today));
        Assert.False(rule.IsInForce(Days.Today.AddDays(1)));
    }

    [Fact]
    public void End_ThatWouldNotShortenIt_IsRefused()
    {
        var rule = Open();
        rule.End(Days.Today.AddDays(5));

        Assert.IsType<RuleAlreadyEnds>(rule.End(Days.Today.AddDays(5)).Refusal);
        Assert.IsType<RuleAlreadyEnds>(rule.End(Days.Today.AddDays(6)).Refusal);
        Assert.True(rule.End(Days.Today.AddDays(4)).IsDone);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Withdraw_NotInForceBeforeToday_LetsNothingInFromThenOn(int daysAhead)
    {
        var rule = BoundaryRule.Create("Oracle", "US", 1, Days.Today.AddDays(daysAhead), null, "Order").Value;

        Assert.True(rule.Withdraw("Ada", " Wrong country ", Days.Noon).IsDone);
        Assert.Equal(("Wrong country", "Ada", Days.Noon), (rule.WithdrawalReason, rule.WithdrawnBy, rule.WithdrawnAt));
        Assert.False(rule.IsInForce(Days.Today.AddDays(daysAhead)));
        Assert.Equal(new RuleIsWithdrawn(), rule.Withdraw("Ada", "Again", Days.Noon).Refusal);
        Assert.Equal(new RuleIsWithdrawn(), rule.End(Days.Today.AddDays(9)).Refusal);
    }

    [Fact]
    public void Withdraw_InForceSinceYesterday_IsRefused()
    {
        var rule = BoundaryRule.Create("Oracle", "US", 1, Days.Today.AddDays(-1), null, "Order").Value;

        Assert.Equal(new RuleWasInForce(Days.Today.AddDays(-1)), rule.Withdraw("Ada", "Mistyped", Days.Noon).Refusal);
        Assert.True(rule.IsInForce(Days.Today));
    }

    [Fact]
    public void Withdraw_WithoutAReasonThatFits_IsRefused()
    {
        Assert.Equal(new WithdrawalNeedsReason(), Open().Withdraw("Ada", " ", Days.Noon).Refusal);
        Assert.Equal(new TextTooLong("The reason", 1000), Open().Withdraw("Ada", new('r', 1001), Days.Noon).Refusal);
    }

    private static BoundaryRule Open() => BoundaryRule.Create("Oracle", "US", 1, Days.Today, null, "Order").Value;
}
