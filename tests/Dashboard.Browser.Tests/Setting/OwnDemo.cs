namespace Dashboard.Browser.Tests.Setting;

/// <summary>A separate dashboard for the journeys of one class that change something. It starts on first use.</summary>
public sealed class OwnDemo(DemoWorld world) : IDisposable
{
    private readonly Lazy<RunningDemo> demo = new(world.NewDemo);

    public RunningDemo Demo => demo.Value;

    public void Dispose()
    {
        if (demo.IsValueCreated)
            demo.Value.Dispose();
    }
}
