using Bunit;
using Dashboard.Core.Imports;
using Dashboard.Web.Features.Sources;

namespace Dashboard.Component.Tests.Sources;

public sealed class SourceFormTests : ComponentTest
{
    [Fact]
    public void NewInventory_AsksForEverything()
    {
        var form = Form(new(), isNew: true);

        Assert.NotNull(form.Find("#key"));
        Assert.Equal(3, form.FindAll("input[type=radio]").Count);
        Assert.Equal("As stated in its files", form.Find("#location").GetAttribute("value"));
    }

    [Fact]
    public void Traffic_HasNoLocationAndIsNeverComplete()
    {
        var form = Form(new() { Kind = SourceKind.Traffic }, isNew: true);

        Assert.Empty(form.FindAll("#location, [role=combobox], input[type=checkbox]"));
    }

    [Fact]
    public void Revision_KeepsKeyAndKind()
    {
        var form = Form(new() { Name = "Virginia" }, isNew: false);

        Assert.Empty(form.FindAll("#key, input[type=radio]"));
    }

    [Fact]
    public void Typing_FillsTheDraft()
    {
        var draft = new SourceDraft();
        var popovers = RenderPopovers();
        var form = Form(draft, isNew: true);
        form.Find("#name").Change("Hadoop");
        form.Find("#interval").Change("72");
        form.Find("#location").MouseDown();
        popovers.WaitForElement("[role=option]:last-child").Click();

        form.WaitForAssertion(() => Assert.Equal(("Hadoop", 3L, 72), (draft.Name, draft.LocationId, draft.ExpectedIntervalHours)));
    }

    [Fact]
    public void Refusal_IsShown_AndTheInputStays()
    {
        var form = Form(new() { Name = "Hadoop" }, isNew: true, refused: "There is already a source with the key hadoop.");

        Assert.Contains("already a source", form.Find("[role=alert]").TextContent);
        Assert.Equal("Hadoop", form.Find("#name").GetAttribute("value"));
    }

    private IRenderedComponent<SourceForm> Form(SourceDraft draft, bool isNew, string? refused = null) => Render<SourceForm>(p => p
        .Add(form => form.Draft, draft)
        .Add(form => form.Places, [new(3, "Virginia")])
        .Add(form => form.Verb, "Save")
        .Add(form => form.IsNew, isNew)
        .Add(form => form.Refused, refused));
}
