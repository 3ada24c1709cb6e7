using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Marks;

namespace Dashboard.Web.Features.Deletions.Items;

/// <summary>One gate of one item, with what the finding rests on.</summary>
public sealed record GateFinding(Gates Gate, bool IsOpen, string Sentence);

/// <summary>What an evaluation found, gate by gate, in sentences. Written only for rows that somebody looks at.</summary>
/// <param name="equals">By id, the copies inside that items rely on, in words.</param>
/// <param name="batches">By id, names of other batches.</param>
internal sealed class GateSentences(
    Positions positions, IReadOnlyDictionary<long, string> equals, IReadOnlyDictionary<long, string> batches, string? insideReason, DateTimeOffset now)
{
    public IReadOnlyList<GateFinding> Of(ItemGates item) =>
        [.. GateList.All.Select(gate => new GateFinding(gate, (item.Closed & gate) == Gates.None, Sentence(gate, item)))];

    private string Sentence(Gates gate, ItemGates item) => gate switch
    {
        Gates.SameCopy => item.Difference ?? "It is the copy that was proposed, and its source lists it.",
        Gates.OutsideBoundary => Boundary(item),
        Gates.EqualCopyInside => Equal(item),
        Gates.NoHold => item.Hold is { } hold
            ? $"The legal hold “{hold.Matter}” of {TimeText.Day(hold.PlacedAt)} covers it, by the {Naming.Of(hold.Scope)} {hold.ScopeName}."
            : "No active legal hold covers it.",
        Gates.RetentionPassed => item.RetainUntil is not { } until ? "Its source names no day until which it must be kept."
            : (item.Closed & Gates.RetentionPassed) == Gates.None ? $"It had to be kept until {until:yyyy-MM-dd}, which has passed."
            : $"It must be kept until {until:yyyy-MM-dd}.",
        Gates.NoOtherBatch => item.OtherBatchId is { } other
            ? $"The open batch {other}{(batches.TryGetValue(other, out var name) ? $", “{name}”," : "")} holds it too."
            : "No other open batch holds it.",
        _ => Source(item.Source),
    };

    private string Boundary(ItemGates item)
    {
        var reason = positions.ReasonFor(item.LocationId, item.ClassificationId);
        return item.Position switch
        {
            Position.Outside => reason,
            Position.Inside => $"{reason} {(insideReason is null ? "The batch does not say why it is redundant." : $"The batch says why it is redundant: {insideReason}")}",
            _ => $"{reason} Nobody may say that it is outside either.",
        };
    }

    private string Equal(ItemGates item)
    {
        var copy = item.EqualCopyId is { } id && equals.TryGetValue(id, out var words) ? $": {words}" : "";
        return item.Equality switch
        {
            Equality.Observed => $"The inventories show an equal copy inside{copy}.",
            Equality.Recorded => $"A recorded comparison found a copy inside equal{copy}.",
            _ => "No copy inside is shown to be equal by a source within its interval, or the only one is itself to be deleted.",
        };
    }

    private string Source(Source? source) =>
        source is null ? "Its source is not known."
        : source.LastAsOf is not { } last ? $"{source.Name} has never reported."
        : source.FreshnessAt(now) is Freshness.Fresh ? $"{source.Name} reported as of {TimeText.Exact(last)}, and is fresh until {TimeText.Exact(source.StaleFrom!.Value)}."
        : $"{source.Name} last reported as of {TimeText.Exact(last)}, and is stale since {TimeText.Exact(source.StaleFrom!.Value)}.";
}
