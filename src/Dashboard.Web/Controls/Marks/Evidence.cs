using Dashboard.Core.Imports;

namespace Dashboard.Web.Controls.Marks;

/// <summary>What a figure rests on: which source, as of when, until when that counts as fresh, and whether it told everything.</summary>
/// <param name="AsOf">Null when the source has not reported yet.</param>
/// <param name="StaleFrom">From then on the figure is stale.</param>
/// <param name="IsComplete">A partial report proves nothing absent.</param>
public sealed record Evidence(string Source, DateTimeOffset? AsOf, DateTimeOffset? StaleFrom, bool IsComplete = true, string? Href = null)
{
    public Freshness FreshnessAt(DateTimeOffset now) =>
        AsOf is null ? Freshness.Never : StaleFrom < now ? Freshness.Stale : Freshness.Fresh;
}
