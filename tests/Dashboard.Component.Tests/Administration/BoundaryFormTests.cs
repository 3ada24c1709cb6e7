using Bunit;
using Dashboard.Web.Controls.Forms;
using Dashboard.Web.Features.Administration;
using Dashboard.Web.Features.Administration.Boundary;
using Dashboard.Web.Features.Administration.Classifications;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Component.Tests.Administration;

public sealed class BoundaryFormTests : ComponentTest
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now.UtcDateTime);

    public BoundaryFormTests()
    {
        // These tests only render the forms. Other tests run the handlers against a real database.
        Services.AddSingleton(new EndRule(null!, null!, TimeProvider.System));
        Services.AddSingleton(new SaveClassification(null!, null!, TimeProvider.System));
    }

    [Fact]
    public void EndRule_AlreadyInForce_SaysHowToEndItImmediately()
    {
        var form = RenderEnd(Today.AddDays(-30));

        Assert.Contains("To end it immediately, choose 2026-03-09.", form.Markup, StringComparison.Ordinal);
        Assert.Equal("2026-03-10", form.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void EndRule_StartingInTheFuture_DoesNotOfferADayBeforeItStarts()
    {
        var form = RenderEnd(Today.AddDays(5));

        Assert.Contains("Every rule is in force on at least its first day.", form.Markup, StringComparison.Ordinal);
        Assert.Equal("2026-03-15", form.Find("input").GetAttribute("value"));
        Assert.Equal(new DateOnly(2026, 3, 15), form.FindComponent<DateField>().Instance.Min);
    }

    [Fact]
    public void Classification_Unclassified_OffersNeitherItsNameNorItsObligation()
    {
        var form = RenderClassification(isUnclassified: true);

        Assert.True(form.Find("#class-name").HasAttribute("readonly"));
        Assert.Empty(form.FindAll("input[type=checkbox]"));
    }

    [Fact]
    public void Classification_OtherThanUnclassified_OffersNameAndObligation()
    {
        var form = RenderClassification(isUnclassified: false);

        Assert.False(form.Find("#class-name").HasAttribute("readonly"));
        Assert.True(form.Find("input[type=checkbox]").HasAttribute("checked"));
    }

    [Theory]
    [InlineData("/administration/boundary/7", "Rules")]
    [InlineData("/administration/locations", "Locations")]
    public void Tabs_OnAPage_MarkItsTab(string address, string tab)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);

        Assert.Equal(tab, Assert.Single(Render<BoundaryTabs>().FindAll("[aria-current=page]")).TextContent);
    }

    private IRenderedComponent<EndRuleForm> RenderEnd(DateOnly from) => Render<EndRuleForm>(parameters => parameters
        .Add(form => form.Rule, new RuleRow(1, 1, "Oracle", "US", "Protected", from, null, "The order", from > Today ? RuleState.Future : RuleState.InForce))
        .Add(form => form.Today, Today));

    private IRenderedComponent<ClassificationForm> RenderClassification(bool isUnclassified) => Render<ClassificationForm>(parameters => parameters
        .Add(form => form.Classification, new ClassificationRow(1, 1, "Any", "", true, isUnclassified, 0, 0, 0, [])));
}
