using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Setting;

/// <summary>
/// Shared by all journeys: one browser, one data folder filled with the demo programme, and one dashboard on a copy of it for journeys that
/// only read.
/// </summary>
public sealed class DemoWorld : IAsyncLifetime
{
    private readonly Lazy<string> filled = new(RunningDemo.Fill);
    private readonly Lazy<RunningDemo> reading;
    private IPlaywright? playwright;

    public DemoWorld() => reading = new(NewDemo);

    /// <summary>Null if no browser is installed. Then every journey is skipped.</summary>
    public IBrowser? Browser { get; private set; }

    /// <summary>For journeys that change nothing.</summary>
    public RunningDemo Reading => reading.Value;

    /// <summary>A new dashboard for journeys that change something.</summary>
    public RunningDemo NewDemo() => NewDemo(null);

    /// <param name="settings">Overrides the Development configuration.</param>
    /// <param name="time">The product's clock, if the journey sets it.</param>
    public RunningDemo NewDemo(Dictionary<string, string>? settings, TimeProvider? time = null) => RunningDemo.StartOnCopyOf(filled.Value, settings, time);

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(playwright);
        Assertions.SetDefaultExpectTimeout(Visitor.Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        playwright?.Dispose();
        if (reading.IsValueCreated)
            reading.Value.Dispose();
        if (filled.IsValueCreated)
            Directory.Delete(filled.Value, recursive: true);
    }
}
