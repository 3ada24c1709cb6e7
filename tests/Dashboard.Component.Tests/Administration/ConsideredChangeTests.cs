using Bunit;
using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Features.Administration.Boundary;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Component.Tests.Administration;

public sealed class ConsideredChangeTests : ComponentTest
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now.UtcDateTime);

    private static readonly Consequence Flip = new(
        Today, Today, default, default,
        [new CopyMove("Virginia", "Protected", true, Position.Outside, Position.Inside, 452, 8_000)], [], null, 120, null);

    private readonly List<string> saved = [];

    [Fact]
    public void Change_BeforeItsConsequenceWasShown_CannotBeSaved()
    {
        var change = RenderChange("one");

        Assert.Equal("Show what this changes", Assert.Single(change.FindAll("button")).TextContent);
        Assert.Empty(change.FindAll(".consequence"));
    }

    [Fact]
    public void Change_OnceShown_IsSavedAsShown()
    {
        var change = RenderChange("one");

        change.Find("form").Submit();
        change.WaitForAssertion(() => Assert.Contains("452 copies", change.Find(".consequence").TextContent, StringComparison.Ordinal));
        change.Find("button").Click();

        change.WaitForAssertion(() => Assert.Equal(["one", "saved"], saved));
    }

    [Fact]
    public void Change_EditedAfterItWasShown_MustBeShownAgain()
    {
        var change = RenderChange("one");
        change.Find("form").Submit();
        change.WaitForElement(".consequence");

        change.Render(parameters => parameters.Add(form => form.Request, "two"));

        Assert.Empty(change.FindAll(".consequence"));
        Assert.Equal("Show what this changes", Assert.Single(change.FindAll("button")).TextContent);
    }

    [Fact]
    public void Change_Refused_SaysWhyAndKeepsTheFields()
    {
        var change = RenderChange("refused");

        change.Find("form").Submit();

        change.WaitForAssertion(() => Assert.Equal("The thing does not exist or was removed.", change.Find("[role=alert]").TextContent.Trim()));
        Assert.Equal("typed", change.Find("input").GetAttribute("value"));
        Assert.Empty(saved);
    }

    [Fact]
    public void Change_WhileSaving_IsBusyAndCannotBeSavedTwice()
    {
        var gate = new TaskCompletionSource<Result>();
        var change = RenderChange("one", (_, _) => gate.Task);
        change.Find("form").Submit();
        change.WaitForElement(".consequence");

        change.Find("button").Click();

        change.WaitForAssertion(() => Assert.NotNull(change.Find("[role=status] progress")));
        Assert.True(change.Find("button").HasAttribute("disabled"));
        Assert.True(change.Find(".considered-fields").HasAttribute("inert"));
        gate.SetResult(Result.Done);
        change.WaitForAssertion(() => Assert.Equal(["saved"], saved));
    }

    [Fact]
    public void Consequence_ThatBringsDataInside_WarnsThatNoDataMoves() =>
        Assert.Contains("No data moves.", Render<ConsequenceView>(parameters => parameters.Add(view => view.Of, Flip)).Find("[role=alert]").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Consequence_ThatIsEmpty_SaysSo()
    {
        var nothing = Render<ConsequenceView>(parameters => parameters.Add(view => view.Of, Flip with { Moves = [], Datasets = 0 }));

        Assert.Contains("the figures stay the same", nothing.Markup, StringComparison.Ordinal);
        Assert.Empty(nothing.FindAll("table"));
    }

    [Fact]
    public void Consequence_OfALaterDay_NamesTheDay()
    {
        var later = Render<ConsequenceView>(parameters => parameters.Add(view => view.Of, Flip with { Day = Today.AddDays(7) }));

        Assert.Equal("What this changes from 2026-03-17 on", later.Find("h3").TextContent);
        Assert.Contains("based on the copies known today", later.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Consequence_OfAnObligation_SaysWhatLeavesTheFigures()
    {
        var view = Render<ConsequenceView>(parameters => parameters.Add(
            view => view.Of, Flip with { Moves = [], Obligation = new("Excepted", false, 12, 40, 9_000), Datasets = 12 }));

        Assert.Contains("Excepted no longer has to be inside", string.Join(' ', view.Find("p").TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("will be removed from the figures", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Consequence_ForTraffic_ShowsBothShares()
    {
        var traffic = new TrafficShift(Today, new Split(50, 50, 0), new Split(100, 0, 0));

        var view = Render<ConsequenceView>(parameters => parameters.Add(view => view.Of, Flip with { Traffic = traffic }));

        Assert.Equal(["50.0 %", "100 %"], view.FindAll("p:last-of-type .amount").Select(share => share.TextContent));
    }

    private IRenderedComponent<ConsideredChange<string>> RenderChange(string request, Func<string, CancellationToken, Task<Result>>? save = null) =>
        Render<ConsideredChange<string>>(parameters => parameters
            .Add(form => form.Request, request)
            .Add(form => form.Preview, (asked, _) => Task.FromResult<Result<Consequence>>(asked == "refused" ? new NotFound("The thing") : Flip))
            .Add(form => form.Save, save ?? ((asked, _) =>
            {
                saved.Add(asked);
                return Task.FromResult(Result.Done);
            }))
            .Add(form => form.Verb, "Save it")
            .Add(form => form.CancelHref, "/back")
            .Add(form => form.Saved, () => saved.Add("saved"))
            .Add(form => form.ChildContent, (RenderFragment)(builder => builder.AddMarkupContent(0, "<input value=\"typed\" />"))));
}
