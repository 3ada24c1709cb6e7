using System.Linq.Expressions;
using Dashboard.Core.Deletions;

namespace Dashboard.Web.Features.Deletions.Overview;

/// <summary>How far a batch has come: its state, with Approved split by whether the batch has been released to executors.</summary>
public enum BatchPhase
{
    Draft,
    InReview,

    /// <summary>Approved; executors do not have it yet.</summary>
    CoolingOff,

    /// <summary>Released, or being executed.</summary>
    Executing,

    /// <summary>Executors have reported on every item; not verified yet.</summary>
    Executed,
    Verified,
    Rejected,
    Withdrawn,
    Lapsed,
}

internal static class BatchPhases
{
    public static BatchPhase Of(BatchState state, DateTimeOffset? releasedAt) => state switch
    {
        BatchState.Draft => BatchPhase.Draft,
        BatchState.InReview => BatchPhase.InReview,
        BatchState.Approved when releasedAt is null => BatchPhase.CoolingOff,
        BatchState.Approved or BatchState.Executing => BatchPhase.Executing,
        BatchState.Executed => BatchPhase.Executed,
        BatchState.Verified => BatchPhase.Verified,
        BatchState.Rejected => BatchPhase.Rejected,
        BatchState.Withdrawn => BatchPhase.Withdrawn,
        _ => BatchPhase.Lapsed,
    };

    public static string Label(this BatchPhase phase) => phase switch
    {
        BatchPhase.Draft => "Draft",
        BatchPhase.InReview => "In review",
        BatchPhase.CoolingOff => "Cooling off",
        BatchPhase.Executing => "With executors",
        BatchPhase.Executed => "Executed, not verified",
        BatchPhase.Verified => "Verified",
        _ => phase.ToString(),
    };

    /// <summary>Reads the key in the URL, such as <c>coolingoff</c>; null if it names no phase.</summary>
    public static BatchPhase? Parse(string? text) =>
        Enum.TryParse<BatchPhase>(text, ignoreCase: true, out var phase) && Enum.IsDefined(phase) && !char.IsAsciiDigit(text![0]) ? phase : null;

    public static string Key(this BatchPhase phase) => phase.ToString().ToLowerInvariant();

    public static Expression<Func<DeletionBatch, bool>> Matching(BatchPhase phase) => phase switch
    {
        BatchPhase.Draft => batch => batch.State == BatchState.Draft,
        BatchPhase.InReview => batch => batch.State == BatchState.InReview,
        BatchPhase.CoolingOff => batch => batch.State == BatchState.Approved && batch.ReleasedAt == null,
        BatchPhase.Executing => batch => batch.State == BatchState.Executing || (batch.State == BatchState.Approved && batch.ReleasedAt != null),
        BatchPhase.Executed => batch => batch.State == BatchState.Executed,
        BatchPhase.Verified => batch => batch.State == BatchState.Verified,
        BatchPhase.Rejected => batch => batch.State == BatchState.Rejected,
        BatchPhase.Withdrawn => batch => batch.State == BatchState.Withdrawn,
        _ => batch => batch.State == BatchState.Lapsed,
    };
}
