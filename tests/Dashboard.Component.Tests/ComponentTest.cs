using Bunit;
using MudBlazor;
using MudBlazor.Services;

namespace Dashboard.Component.Tests;

/// <summary>What every component needs: MudBlazor's services, a clock that stands still, and a browser that answers nothing.</summary>
public abstract class ComponentTest : BunitContext
{
    protected static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    protected ComponentTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(new StoppedClock(Now));
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
