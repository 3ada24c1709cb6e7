using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Setting;

/// <summary>A journey: people at browsers of their own. It fails when a page does anything that <see cref="Troubles"/> names.</summary>
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
        await KeepPictureAsync();
        foreach (var visitor in visitors)
            await visitor.Context.DisposeAsync();
        GC.SuppressFinalize(this);
        Assert.Empty(Troubles.Seen);
    }

    /// <summary>A browser of somebody who is signed in already.</summary>
    private protected async Task<Visitor> VisitAsync(string person)
    {
        var visitor = await VisitAsync();
        await visitor.Context.AddCookiesAsync(await Demo.SessionOfAsync(person, Cancellation));
        return visitor;
    }

    /// <summary>A browser of somebody unknown.</summary>
    private protected async Task<Visitor> VisitAsync()
    {
        var context = await world.Browser!.NewContextAsync(new()
        {
            BaseURL = Demo.Address.ToString(),
            ViewportSize = new() { Width = 1440, Height = 900 },
            Locale = "en-US",
            TimezoneId = "America/New_York",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Visitor.Patience);
        var visitor = new Visitor(context, await context.NewPageAsync(), Troubles);
        visitors.Add(visitor);
        return visitor;
    }

    /// <summary>What each visitor saw when a journey failed goes with the test's result.</summary>
    private async Task KeepPictureAsync()
    {
        if (TestContext.Current.TestState?.Result is not TestResult.Failed)
            return;
        for (var number = 0; number < visitors.Count; number++)
            TestContext.Current.AddAttachment($"visitor-{number + 1}.png", await visitors[number].Page.ScreenshotAsync(), "image/png");
    }
}
