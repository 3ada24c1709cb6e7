using Dashboard.Core.Imports;

namespace Dashboard.Web.Controls.Marks;

/// <summary>The evidence behind a figure: its source, its time, when it turns stale, and whether the report was complete.</summary>
/// <param name="AsOf">Null when the source has not reported yet.</param>
/// <param name="StaleFrom">The figure is stale from this time on.</param>
/// <param name="IsComplete">A partial report is no proof of absence.</param>
public sealed record Evidence(string Source, DateTimeOffset? AsOf, DateTimeOffset? StaleFrom, bool IsComplete = true, string? Href = null)
{
    public Freshness FreshnessAt(DateTimeOffset now) =>
        AsOf is null ? Freshness.Never : StaleFrom < now ? Freshness.Stale : Freshness.Fresh;
}
