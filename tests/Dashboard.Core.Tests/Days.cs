namespace Dashboard.Core.Tests;

/// <summary>The days and times that tests use.</summary>
internal static class Days
{
    public static readonly DateOnly Today = new(2026, 5, 20);

    public static readonly DateTimeOffset Noon = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero);
}
