using Dashboard.Browser.Tests.Setting;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>
/// Every page and state of <see cref="Stops"/>, light and dark, wide and narrow: axe finds nothing, nothing scrolls sideways, and (as in every
/// journey) the console stays empty. The lead, who has the most pages, and everyone else are visited at the same time.
/// </summary>
public abstract class EveryPageTests(DemoWorld world, KeptWindows windows) : JourneyTest(world)
{
    /// <param name="name">Of one of <see cref="Stops.All"/>.</param>
    private protected async Task AssertNoFaultsAsync(string name)
    {
        var stop = Stops.All.Single(known => known.Name == name);
        var visitor = await GoOnAsync(windows, stop.Person);
        if (stop.Status is { } status)
            Troubles.Expect(status);
        if (stop.IsLive)
            await visitor.GoAsync(stop.Path);
        else
            await visitor.Page.GotoAsync(stop.Path);
        await Assertions.Expect(stop.Heading is null ? visitor.Page.Locator("h1") : visitor.Heading(stop.Heading)).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(".load-failed")).ToHaveCountAsync(0);
        if (stop.Prepare is not null)
            await stop.Prepare(visitor);

        await PageFaults.AssertNoneAsync(visitor);
        if (!stop.IsRemembered)
            Leave(windows, stop.Person, visitor);
    }

    private protected static TheoryData<string> NamesOf(Func<Stop, bool> isWanted) => [.. Stops.All.Where(isWanted).Select(stop => stop.Name)];
}

public sealed class LeadPagesTests(DemoWorld world, KeptWindows windows) : EveryPageTests(world, windows), IClassFixture<KeptWindows>
{
    public static TheoryData<string> Names => NamesOf(stop => stop.Person == Stops.Lead);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Page_InEveryThemeAndWidth_HasNoFaults(string name) => AssertNoFaultsAsync(name);
}

public sealed class OtherPagesTests(DemoWorld world, KeptWindows windows) : EveryPageTests(world, windows), IClassFixture<KeptWindows>
{
    public static TheoryData<string> Names => NamesOf(stop => stop.Person != Stops.Lead);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Page_InEveryThemeAndWidth_HasNoFaults(string name) => AssertNoFaultsAsync(name);
}
