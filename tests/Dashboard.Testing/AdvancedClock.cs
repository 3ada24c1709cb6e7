namespace Dashboard.Testing;

/// <summary>The real time, plus what the test adds to it. Timers run in real time.</summary>
public sealed class AdvancedClock : TimeProvider
{
    private long added;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref added));

    public void Advance(TimeSpan by) => Interlocked.Add(ref added, by.Ticks);
}
