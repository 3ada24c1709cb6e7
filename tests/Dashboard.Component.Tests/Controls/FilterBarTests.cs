using Bunit;
using Dashboard.Web.Controls.Tables;

namespace Dashboard.Component.Tests.Controls;

public sealed class FilterBarTests : ComponentTest
{
    private static readonly FilterChoice[] Choices =
    [
        new("position", "Position", [new("outside", "Outside"), new("inside", "Inside")]),
        new("country", "Country", [.. Enumerable.Range(0, 60).Select(at => new FilterOption($"C{at}", $"Country {at}"))]),
        new("owner", "Owner"),
    ];

    private readonly List<ActiveFilter> added = [];
    private readonly List<ActiveFilter> removed = [];

    [Fact]
    public void Filter_FromAShortList_IsAddedByName()
    {
        var bar = Bar();

        Item(bar, "Position").Click();
        Item(bar, "Inside").Click();

        Assert.Equal(new ActiveFilter("position", "Position", "inside", "Inside"), Assert.Single(added));
    }

    [Fact]
    public void Filter_FromALongList_IsFoundByTyping()
    {
        var bar = Bar();

        Item(bar, "Country").Click();
        bar.Find(".filters-typed").Input("try 42");
        bar.Find(".filters-typed").KeyDown("Enter");

        Assert.Equal("C42", Assert.Single(added).Value);
    }

    [Fact]
    public void Filter_ByAnyText_IsAddedOnEnter()
    {
        var bar = Bar();

        Item(bar, "Owner").Click();
        bar.Find(".filters-typed").Input("  Payments ");
        bar.Find(".filters-typed").KeyDown("Enter");

        Assert.Equal(new ActiveFilter("owner", "Owner", "Payments", "Payments"), Assert.Single(added));
    }

    [Fact]
    public void Chip_Removed_NamesItsFilter()
    {
        var filter = new ActiveFilter("country", "Country", "SG", "Singapore");
        var bar = Bar(filter);

        bar.Find("button[aria-label='Remove Country Singapore']").Click();

        Assert.Equal(filter, Assert.Single(removed));
    }

    private static AngleSharp.Dom.IElement Item(IRenderedComponent<FilterBar> bar, string text) =>
        bar.FindAll(".popup-item").Single(item => item.TextContent.Trim() == text);

    private IRenderedComponent<FilterBar> Bar(params ActiveFilter[] filters) => Render<FilterBar>(parameters => parameters
        .Add(bar => bar.Filters, filters)
        .Add(bar => bar.Choices, Choices)
        .Add(bar => bar.Added, added.Add)
        .Add(bar => bar.Removed, removed.Add));
}
