using System.Text.RegularExpressions;
using Dashboard.Browser.Tests.Setting;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>Use without a mouse.</summary>
public sealed partial class KeyboardTests(DemoWorld world) : JourneyTest(world)
{
    [Fact]
    public async Task Inventory_ByKeyboard_FindsOpensAndClosesACopy()
    {
        var visitor = await VisitAsync("Dana Whitfield");
        await visitor.GoAsync("/inventory");
        var keyboard = visitor.Page.Keyboard;

        await keyboard.PressAsync("/");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await keyboard.TypeAsync("va1/");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(OfVirginia());
        await Assertions.Expect(visitor.Rows("Copies").First).ToContainTextAsync("va1/");
        await Assertions.Expect(visitor.Rows("Copies").Nth(2)).ToContainTextAsync("va1/");

        await visitor.Rows("Copies").First.FocusAsync();
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("ArrowUp");
        var second = visitor.Rows("Copies").Nth(1);
        await Assertions.Expect(second).ToBeFocusedAsync();
        var resource = await second.Locator(".copy-id").InnerTextAsync();
        await keyboard.PressAsync("Enter");

        var panel = visitor.Page.GetByRole(AriaRole.Complementary);
        await Assertions.Expect(panel).ToContainTextAsync(resource);
        await Assertions.Expect(second).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(second).ToBeFocusedAsync();
        await keyboard.PressAsync("Escape");
        await Assertions.Expect(panel).ToHaveCountAsync(0);
        await Assertions.Expect(second).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("Control+k")]
    [InlineData("Meta+k")]
    [InlineData("/")]
    public async Task Find_FromAnywhere_LeadsToTheInventory(string keys)
    {
        var visitor = await VisitAsync("Dana Whitfield");
        await visitor.GoAsync("/summary");
        var box = visitor.Page.GetByLabel("Find a copy or dataset");

        await visitor.Page.Keyboard.PressAsync(keys);
        await Assertions.Expect(box).ToBeFocusedAsync();
        await visitor.Page.Keyboard.TypeAsync("va1/");
        await PageFaults.AssertNoneAsync(visitor, 1440);
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visitor.Page).ToHaveURLAsync(OfVirginia());
        await Assertions.Expect(visitor.Heading("Inventory")).ToBeFocusedAsync();
        await Assertions.Expect(visitor.Rows("Copies").First).ToContainTextAsync("va1/");
        await Assertions.Expect(box).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Find_ForSomeoneWhoMayNotSeeTheInventory_IsAbsent()
    {
        var visitor = await VisitAsync("Eleanor Brandt");
        await visitor.GoAsync("/summary");

        await Assertions.Expect(visitor.Page.Locator("[data-find], .find-link")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task SkipLink_AsTheFirstTabStop_LeadsToTheContent()
    {
        var visitor = await VisitAsync("Dana Whitfield");
        await visitor.GoAsync("/migration");
        var skip = visitor.Link("Skip to content");

        // A new page puts the focus on its heading. The first tab stop is before the rail.
        for (var stop = 0; stop < 40 && !await skip.EvaluateAsync<bool>("link => link === document.activeElement"); stop++)
            await visitor.Page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(skip).ToBeFocusedAsync();
        await Assertions.Expect(skip).ToBeInViewportAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(AtContent());
    }

    [Fact]
    public async Task Theme_ChosenInTheMenu_StaysAfterReload()
    {
        var visitor = await VisitAsync("Dana Whitfield");
        await visitor.GoAsync("/summary");
        var ground = await GroundAsync(visitor);

        await visitor.Page.Locator("summary[aria-label=Theme]").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Button("Dark").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Button("Dark")).ToHaveAttributeAsync("aria-pressed", "true");
        var dark = await GroundAsync(visitor);
        Assert.NotEqual(ground, dark);

        await visitor.ReloadAsync();
        Assert.Equal(dark, await GroundAsync(visitor));
    }

    private static Task<string> GroundAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    [GeneratedRegex("text=va1", RegexOptions.None, 1000)]
    private static partial Regex OfVirginia();

    [GeneratedRegex("/migration#content$", RegexOptions.None, 1000)]
    private static partial Regex AtContent();
}
