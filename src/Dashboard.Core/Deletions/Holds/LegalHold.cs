using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;

namespace Dashboard.Core.Deletions;

/// <summary>What a legal hold can cover.</summary>
public enum HoldScope
{
    Dataset,
    System,
    Location,
    Classification,
    Wave,
}

/// <summary>What a lead states about a hold.</summary>
/// <param name="Matter">The legal case or obligation that needs the data.</param>
/// <param name="ReviewOn">The day (UTC) on which someone must check whether the hold is still needed.</param>
public sealed record HoldFacts(string Matter, HoldScope Scope, long ScopeId, string Reason, DateOnly ReviewOn);

/// <summary>An order to keep data, regardless of any approval. While it is active, nothing that it covers may be deleted.</summary>
public sealed class LegalHold : IVersioned, ILedgered
{
    public const int LongestMatter = 200;
    public const int LongestReason = 2000;

    private LegalHold()
    {
    }

    public long Id { get; private set; }

    public string Matter { get; private set; } = "";

    public HoldScope Scope { get; private set; }

    /// <summary>ID of the dataset, system, location, classification or wave.</summary>
    public long ScopeId { get; private set; }

    /// <summary>Its name when the hold was placed.</summary>
    public string ScopeName { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public DateOnly ReviewOn { get; private set; }

    public string PlacedBy { get; private set; } = "";

    public DateTimeOffset PlacedAt { get; private set; }

    public DateTimeOffset? LiftedAt { get; private set; }

    public string? LiftedBy { get; private set; }

    public string? LiftReason { get; private set; }

    public long Version { get; private set; }

    public bool IsActive => LiftedAt is null;

    public static Result<LegalHold> Place(HoldFacts facts, string scopeName, Member by, DateTimeOffset now)
    {
        var (matter, reason) = (facts.Matter.Trim(), facts.Reason.Trim());
        if (matter.Length is 0 or > LongestMatter)
            return new MatterInvalid();
        if (reason.Length == 0)
            return new DecisionNeedsReason();
        if (reason.Length > LongestReason)
            return new TextTooLong("The reason", LongestReason);
        if (facts.ReviewOn <= DateOnly.FromDateTime(now.UtcDateTime))
            return new ReviewDateNotAhead();
        return new LegalHold
        {
            Matter = matter,
            Scope = facts.Scope,
            ScopeId = facts.ScopeId,
            ScopeName = scopeName,
            Reason = reason,
            ReviewOn = facts.ReviewOn,
            PlacedBy = by.Name,
            PlacedAt = now,
        };
    }

    public Result Lift(Member by, string reason, DateTimeOffset now)
    {
        if (!IsActive)
            return new AlreadyLifted(Matter);
        if (string.IsNullOrWhiteSpace(reason))
            return new DecisionNeedsReason();
        if (reason.Trim().Length > LongestReason)
            return new TextTooLong("The reason", LongestReason);
        (LiftedAt, LiftedBy, LiftReason) = (now, by.Name, reason.Trim());
        return Result.Done;
    }

    public bool Covers(Holdable data) => IsActive && ScopeId == Scope switch
    {
        HoldScope.Dataset => data.DatasetId,
        HoldScope.System => data.SystemId,
        HoldScope.Location => data.LocationId,
        HoldScope.Classification => data.ClassificationId,
        _ => data.WaveId ?? -1,
    };
}

/// <summary>What a copy belongs to, as far as holds can cover it.</summary>
public readonly record struct Holdable(long DatasetId, long SystemId, long LocationId, long ClassificationId, long? WaveId);
