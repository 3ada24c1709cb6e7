using Dashboard.Browser.Tests.Setting;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>Each kind of field with the keyboard alone. Nothing is saved.</summary>
public sealed class FieldTests(DemoWorld world) : JourneyTest(world)
{
    [Fact]
    public async Task Date_ByKeyboard_IsTypedOrChosenInTheCalendar()
    {
        var lead = await VisitAsync("Dana Whitfield");
        await lead.GoAsync("/administration/boundary/new");
        var day = Field(lead, "First day (UTC)");
        var calendar = lead.Page.GetByRole(AriaRole.Dialog, new() { Name = "Calendar" });
        await day.FillAsync("2031-10-15");
        await day.PressAsync("Tab");
        await day.FocusAsync();

        await day.PressAsync("ArrowDown");
        await Assertions.Expect(calendar.GetByText("15", new() { Exact = true }).Locator("xpath=..")).ToBeFocusedAsync();
        await lead.Page.Keyboard.PressAsync("ArrowRight");
        await lead.Page.Keyboard.PressAsync("ArrowDown");
        await lead.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(calendar).ToHaveCountAsync(0);
        await Assertions.Expect(day).ToBeFocusedAsync();
        await Assertions.Expect(day).ToHaveValueAsync("2031-10-15");

        await day.PressAsync("ArrowDown");
        await Assertions.Expect(calendar.GetByText("15", new() { Exact = true }).Locator("xpath=..")).ToBeFocusedAsync();
        await lead.Page.Keyboard.PressAsync("ArrowUp");
        await lead.Page.Keyboard.PressAsync("ArrowLeft");
        await lead.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(day).ToHaveValueAsync("2031-10-07");
        await Assertions.Expect(day).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Select_ByKeyboard_IsOpenedLeftAndChosen()
    {
        var administrator = await VisitAsync("Victor Almeida");
        await administrator.GoAsync("/sources/new");
        var select = Field(administrator, "Where its copies are");
        var options = administrator.Page.GetByRole(AriaRole.Option);
        await select.FocusAsync();

        await select.PressAsync("Enter");
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        await select.PressAsync("Escape");
        await Assertions.Expect(options).ToHaveCountAsync(0);
        await Assertions.Expect(select).ToHaveValueAsync("As stated in its files");
        await Assertions.Expect(select).ToBeFocusedAsync();

        await select.PressAsync("Space");
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        var second = await options.Nth(1).InnerTextAsync();
        await select.PressAsync("ArrowDown");
        await select.PressAsync("Enter");
        await Assertions.Expect(select).ToHaveValueAsync(second.Trim());
        await Assertions.Expect(options).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task List_ByKeyboard_IsNarrowedAndChosen()
    {
        var lead = await VisitAsync("Dana Whitfield");
        await lead.GoAsync("/administration/boundary/new");
        var country = Field(lead, "Country");
        await country.FocusAsync();

        await lead.Page.Keyboard.TypeAsync("singa");
        await Assertions.Expect(lead.Page.GetByRole(AriaRole.Option)).ToHaveTextAsync(["Singapore"]);
        await country.PressAsync("Enter");

        await Assertions.Expect(country).ToHaveValueAsync("Singapore");
        await Assertions.Expect(lead.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
        await Assertions.Expect(lead.Page.GetByText("Choose one from the list.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Choices_ByKeyboard_AreChosen()
    {
        var administrator = await VisitAsync("Victor Almeida");
        await administrator.GoAsync("/sources/new");

        await administrator.Page.GetByLabel("Inventory").FocusAsync();
        await administrator.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(administrator.Page.GetByLabel("Traffic")).ToBeCheckedAsync();
        await Assertions.Expect(Field(administrator, "Where its copies are")).ToHaveCountAsync(0);
        await administrator.Page.Keyboard.PressAsync("ArrowUp");
        var box = administrator.Page.GetByLabel("A report lists everything that the source has");
        await Assertions.Expect(box).ToBeVisibleAsync();
        var isChecked = await box.IsCheckedAsync();
        await box.FocusAsync();
        await administrator.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(box).ToBeCheckedAsync(new() { Checked = !isChecked });
    }

    [Fact]
    public async Task Form_WithFaults_NamesThemAndMovesToTheFirst()
    {
        var lead = await VisitAsync("Dana Whitfield");
        await lead.GoAsync("/administration/boundary/new");
        await Field(lead, "Last day (UTC)").FillAsync("2031-13-01");

        await lead.Button("Show what this changes").ClickAsync();

        await Assertions.Expect(Field(lead, "Operator")).ToBeFocusedAsync();
        await Assertions.Expect(Field(lead, "Operator")).ToHaveAccessibleDescriptionAsync("Enter a value.");
        await Assertions.Expect(Field(lead, "Country")).ToHaveAccessibleDescriptionAsync("Choose one from the list.");
        await Assertions.Expect(Field(lead, "Last day (UTC)")).ToHaveAccessibleDescriptionAsync("Write a day that exists, such as 2026-11-28.");
        await Assertions.Expect(Field(lead, "Last day (UTC)")).ToHaveValueAsync("2031-13-01");
        await Assertions.Expect(lead.Page.Locator(".consequence")).ToHaveCountAsync(0);
    }

    private static ILocator Field(Visitor visitor, string label) => visitor.Page.GetByLabel(label, new() { Exact = true });
}
