using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Marks;

namespace Dashboard.Web.Features.Deletions.Items;

/// <summary>The state of one gate of one item, with the evidence for it.</summary>
public sealed record GateFinding(Gates Gate, bool IsOpen, string Sentence);

/// <summary>The result of an evaluation, gate by gate, as sentences. Written only for items that are shown.</summary>
/// <param name="equals">Descriptions of the inside copies that items rely on, by id.</param>
/// <param name="batches">Names of other batches, by id.</param>
internal sealed class GateSentences(
    Positions positions, IReadOnlyDictionary<long, string> equals, IReadOnlyDictionary<long, string> batches, string? insideReason, DateTimeOffset now)
{
    public IReadOnlyList<GateFinding> Of(ItemGates item) =>
        [.. GateList.All.Select(gate => new GateFinding(gate, (item.Closed & gate) == Gates.None, Sentence(gate, item)))];

    private string Sentence(Gates gate, ItemGates item) => gate switch
    {
        Gates.SameCopy => item.Difference ?? "It is the copy that was proposed, and its source still lists it.",
        Gates.OutsideBoundary => Boundary(item),
        Gates.EqualCopyInside => Equal(item),
        Gates.NoHold => item.Hold is { } hold
            ? $"The legal hold “{hold.Matter}”, placed on the {Naming.Of(hold.Scope)} {hold.ScopeName} on {TimeText.Day(hold.PlacedAt)}, covers it."
            : item.IsHeldBySource ? "The store itself holds it (object lock). Lift that hold there first."
            : "No active legal hold covers it.",
        Gates.RetentionPassed => item.RetainUntil is not { } until ? "Its source gives no retain-until date."
            : (item.Closed & Gates.RetentionPassed) == Gates.None ? $"It had to be kept until {until:yyyy-MM-dd}, which has passed."
            : $"It must be kept until {until:yyyy-MM-dd}.",
        Gates.NoOtherBatch => item.OtherBatchId is { } other
            ? $"The open batch {other}{(batches.TryGetValue(other, out var name) ? $", “{name}”," : "")} contains it too."
            : "No other open batch contains it.",
        _ => Source(item.Source),
    };

    private string Boundary(ItemGates item)
    {
        var reason = positions.ReasonFor(item.LocationId, item.ClassificationId);
        return item.Position switch
        {
            Position.Outside => reason,
            Position.Inside => $"{reason} {(insideReason is null ? "The batch does not say why it is redundant." : $"The batch says why it is redundant: {insideReason}")}",
            _ => $"{reason} It does not count as outside either.",
        };
    }

    private string Equal(ItemGates item)
    {
        var copy = item.EqualCopyId is { } id && equals.TryGetValue(id, out var words) ? $": {words}" : "";
        return item.Equality switch
        {
            Equality.Observed => $"The inventories show an equal copy inside{copy}.",
            Equality.Recorded => $"A recorded comparison found an equal copy inside{copy}.",
            _ => "No source that reported within its interval shows an equal copy inside, or the only such copy is itself to be deleted.",
        };
    }

    private string Source(Source? source) =>
        source is null ? "Its source is unknown."
        : source.LastAsOf is not { } last ? $"{source.Name} has never reported."
        : source.FreshnessAt(now) is Freshness.Fresh ? $"{source.Name} reported as of {TimeText.Exact(last)}, and is fresh until {TimeText.Exact(source.StaleFrom!.Value)}."
        : $"{source.Name} last reported as of {TimeText.Exact(last)}, and has been stale since {TimeText.Exact(source.StaleFrom!.Value)}.";
}
