using Bunit;
using Dashboard.Web.Controls.Tables;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Component.Tests.Controls;

/// <summary>Filters are links and forms that keep the rest of the URL, so that they work without a circuit and without scripts.</summary>
public sealed class FilterBarTests : ComponentTest
{
    private static readonly ActiveFilter Singapore = new("country", "Country", "SG", "Singapore");

    private static readonly FilterChoice[] Choices =
    [
        new("position", "Position", [new("outside", "Outside"), new("inside", "Inside")]),
        new("country", "Country", [new("SG", "Singapore"), new("US", "United States")]),
        new("system", "System", []),
        new("owner", "Owner"),
    ];

    [Fact]
    public void Form_HasAFieldForEveryChoiceThatHasOptions()
    {
        var bar = Bar("/inventory");

        Assert.Equal(["position", "country", "owner"], bar.FindAll(".filters-field > :is(select, input)").Select(field => field.GetAttribute("name")));
        Assert.Equal(["any", "Outside", "Inside"], bar.FindAll("select[name=position] option").Select(option => option.TextContent));
        Assert.Equal(("get", "/inventory"), (bar.Find(".filters-form").GetAttribute("method"), bar.Find(".filters-form").GetAttribute("action")));
    }

    [Fact]
    public void Form_WithOneValueForEachKey_ShowsTheCurrentOneAndReplacesIt()
    {
        var bar = Bar("/inventory?country=sg&sort=-bytes&after=3", Singapore);

        Assert.Equal("SG", bar.Find("select[name=country] option[selected]").GetAttribute("value"));
        Assert.Equal(["sort=-bytes"], Kept(bar));
    }

    [Fact]
    public void Form_WithRepeatedKeys_AddsToTheCurrentValues()
    {
        var bar = Bar("/inventory?country=SG&sort=-bytes&after=3&copy=7", repeats: true, Singapore);

        Assert.Empty(bar.FindAll("select[name=country] option[selected]"));
        Assert.Equal(["country=SG", "sort=-bytes"], Kept(bar));
    }

    [Fact]
    public void Chip_Link_RemovesOnlyItsValueAndStartsAtTheFirstPage()
    {
        var bar = Bar("/inventory?country=SG&country=US&role=Backup&after=3", repeats: true, Singapore);

        Assert.Equal("/inventory?country=US&role=Backup", bar.Find("a[aria-label='Remove Country Singapore']").GetAttribute("href"));
    }

    [Fact]
    public void ClearAll_KeepsWhatIsNotAFilter()
    {
        var bar = Bar("/inventory?country=SG&position=outside&text=x&sort=-bytes", Singapore, new("position", "Position", "outside", "Outside"));

        Assert.Equal("/inventory?sort=-bytes", bar.FindAll("a").Single(link => link.TextContent == "Clear all").GetAttribute("href"));
    }

    [Fact]
    public void Search_KeepsTheFilters()
    {
        var bar = Bar("/inventory?country=SG&text=old", Singapore);

        Assert.Equal("country=SG", Assert.Single(Kept(bar, ".filters-text")));
        Assert.Equal("text", bar.Find(".filters-text input[type=search]").GetAttribute("name"));
    }

    private static IEnumerable<string> Kept(IRenderedComponent<FilterBar> bar, string form = ".filters-form") =>
        bar.FindAll($"{form} input[type=hidden]").Select(kept => $"{kept.GetAttribute("name")}={kept.GetAttribute("value")}");

    private IRenderedComponent<FilterBar> Bar(string address, params ActiveFilter[] filters) => Bar(address, repeats: false, filters);

    private IRenderedComponent<FilterBar> Bar(string address, bool repeats, params ActiveFilter[] filters)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<FilterBar>(parameters => parameters
            .Add(bar => bar.Filters, filters)
            .Add(bar => bar.Choices, Choices)
            .Add(bar => bar.Repeats, repeats)
            .Add(bar => bar.Placeholder, "Dataset"));
    }
}
