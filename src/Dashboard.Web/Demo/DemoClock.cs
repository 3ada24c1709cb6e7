namespace Dashboard.Web.Demo;

/// <summary>The clock used while the demo programme's past is replayed.</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void MoveTo(DateTimeOffset time) => now = time;
}
