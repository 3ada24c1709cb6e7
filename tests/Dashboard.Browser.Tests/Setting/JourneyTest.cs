using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Setting;

/// <summary>A journey of people, each with their own browser. It fails if a page causes anything that <see cref="Troubles"/> collects.</summary>
public abstract class JourneyTest(DemoWorld world) : IAsyncLifetime
{
    private readonly List<Visitor> visitors = [];

    private protected Troubles Troubles { get; } = new();

    /// <summary>The dashboard that the people of this journey visit.</summary>
    protected virtual RunningDemo Demo => world.Reading;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(world.Browser is null, Chromium.Missing);
        return default;
    }

    public async ValueTask DisposeAsync()
    {
        await AttachScreenshotsAsync();
        foreach (var visitor in visitors)
            await visitor.Context.DisposeAsync();
        GC.SuppressFinalize(this);
        Assert.Empty(Troubles.Seen);
    }

    /// <summary>A browser of someone who is already signed in.</summary>
    private protected async Task<Visitor> VisitAsync(string person)
    {
        var visitor = await VisitAsync();
        await visitor.Context.AddCookiesAsync(await Demo.SessionOfAsync(person, Cancellation));
        return visitor;
    }

    /// <summary>A browser of someone who is not signed in.</summary>
    private protected async Task<Visitor> VisitAsync()
    {
        var context = await world.Browser!.NewContextAsync(new()
        {
            BaseURL = Demo.Address.ToString(),
            ViewportSize = new() { Width = Visitor.Width, Height = Visitor.Height },
            Locale = "en-US",
            TimezoneId = "America/New_York",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Visitor.Patience);
        var visitor = new Visitor(context, await context.NewPageAsync(), Troubles);
        visitors.Add(visitor);
        return visitor;
    }

    /// <summary>
    /// The window that an earlier journey left for this person, or a new one. A used window opens a page in half the time, because nothing is
    /// fetched, started or compiled again.
    /// </summary>
    private protected async Task<Visitor> GoOnAsync(KeptWindows windows, string? person)
    {
        if (windows.Take(person) is not { } visitor)
            return person is null ? await VisitAsync() : await VisitAsync(person);
        visitors.Add(visitor);
        await visitor.GoOnAsync(Troubles);
        return visitor;
    }

    /// <summary>Keeps a window at the end of a successful journey. All others are closed.</summary>
    private protected void Leave(KeptWindows windows, string? person, Visitor visitor)
    {
        visitors.Remove(visitor);
        windows.Keep(person, visitor);
    }

    /// <summary>Attaches a screenshot of each visitor's page to the result of a failed test.</summary>
    private async Task AttachScreenshotsAsync()
    {
        if (TestContext.Current.TestState?.Result is not TestResult.Failed)
            return;
        for (var number = 0; number < visitors.Count; number++)
            TestContext.Current.AddAttachment($"visitor-{number + 1}.png", await visitors[number].Page.ScreenshotAsync(), "image/png");
    }
}
