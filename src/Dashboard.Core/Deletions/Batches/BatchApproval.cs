using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;

namespace Dashboard.Core.Deletions;

/// <summary>A reviewer's approval of exactly what a manifest lists. It is never removed. It can be voided; then it no longer counts.</summary>
public sealed class BatchApproval : ILedgered
{
    private BatchApproval()
    {
    }

    public long Id { get; private set; }

    public long BatchId { get; private set; }

    public long MemberId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The reviewer's unit at the time of approval.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>SHA-256 of the manifest that was approved, lower-case hex.</summary>
    public string ManifestHash { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>When the identity provider last authenticated the reviewer before the approval.</summary>
    public DateTimeOffset AuthenticatedAt { get; private set; }

    public DateTimeOffset? VoidedAt { get; private set; }

    public string? VoidedBecause { get; private set; }

    public bool IsValid => VoidedAt is null;

    internal static BatchApproval By(Member reviewer, string manifestHash, DateTimeOffset authenticatedAt, DateTimeOffset now) => new()
    {
        MemberId = reviewer.Id,
        Name = reviewer.Name,
        Unit = reviewer.Unit!,
        ManifestHash = manifestHash,
        At = now,
        AuthenticatedAt = authenticatedAt,
    };

    internal void Void(string because, DateTimeOffset now) => (VoidedAt, VoidedBecause) = (now, because);
}
