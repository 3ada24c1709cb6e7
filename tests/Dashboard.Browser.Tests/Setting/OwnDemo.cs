namespace Dashboard.Browser.Tests.Setting;

/// <summary>A dashboard of their own for the journeys of one class that change something. Starts when it is first asked for.</summary>
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
