using Dashboard.Core.Deletions;

namespace Dashboard.Web.Features.Deletions;

/// <summary>Text for the gates.</summary>
internal static class GateText
{
    /// <summary>What is true when the gate is open.</summary>
    public static string Label(Gates gate) => gate switch
    {
        Gates.SameCopy => "Same copy",
        Gates.OutsideBoundary => "Outside the boundary",
        Gates.EqualCopyInside => "Equal copy inside",
        Gates.NoHold => "No legal hold",
        Gates.RetentionPassed => "Retention passed",
        Gates.NoOtherBatch => "In no other batch",
        _ => "Source fresh",
    };

    /// <summary>The full condition.</summary>
    public static string Demand(Gates gate) => gate switch
    {
        Gates.SameCopy => "It is the copy that was proposed, and its source still lists it.",
        Gates.OutsideBoundary => "It is outside the boundary, or the batch says why an inside copy is redundant.",
        Gates.EqualCopyInside => "The dataset has an equal copy inside, and the source of that copy confirmed it within its interval.",
        Gates.NoHold => "No active legal hold covers it.",
        Gates.RetentionPassed => "Its retain-until date has passed, or it has none.",
        Gates.NoOtherBatch => "No other open batch contains it.",
        _ => "Its source reported within its interval.",
    };

    /// <summary>Why the gate is closed, as a phrase that can end a sentence.</summary>
    public static string WhyClosed(Gates gate) => gate switch
    {
        Gates.SameCopy => "no longer the proposed copy",
        Gates.OutsideBoundary => "not outside the boundary",
        Gates.EqualCopyInside => "no equal copy inside",
        Gates.NoHold => "under a legal hold",
        Gates.RetentionPassed => "retention not over",
        Gates.NoOtherBatch => "in another batch",
        _ => "source stale",
    };

    /// <summary>As in the URL: <c>equalcopyinside</c>.</summary>
    public static string Key(Gates gate) => gate.ToString().ToLowerInvariant();

    public static Gates? Parse(string? text) => GateList.All.Where(gate => Key(gate) == text?.ToLowerInvariant()).Cast<Gates?>().FirstOrDefault();
}
