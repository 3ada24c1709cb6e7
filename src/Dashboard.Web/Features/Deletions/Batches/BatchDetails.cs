using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Web.Features.Deletions.Overview;

namespace Dashboard.Web.Features.Deletions.Batches;

/// <summary>A batch as its page shows it. It contains totals, not items, so its size does not depend on the batch.</summary>
/// <param name="Version">A different number means that something was decided since.</param>
public sealed record BatchDetails(
    long Id, string Name, string Reason, SanitizationMethod Method, string Technique, string? InsideReason, BatchState State, BatchPhase Phase,
    string Proposer, int Round, int Quorum, string? ManifestHash, BatchTally Tally, long ClosedItems, DateTimeOffset? GatesEvaluatedAt,
    BatchTimes Times, string? StoppedBy, string? StopReason, long Version, BatchScopeNamed Scope, BatchSituation Situation, Bottleneck Bottleneck,
    IReadOnlyList<ApprovalRow> Approvals, IReadOnlyList<NoteRow> Notes, IReadOnlyList<OrderRow> Orders, IReadOnlyList<ReportRow> Reports, BatchActs May);

public sealed record BatchTimes(
    DateTimeOffset StateSince, DateTimeOffset CreatedAt, DateTimeOffset? SubmittedAt, DateTimeOffset? ApprovedAt, DateTimeOffset? CoolingOffUntil,
    DateTimeOffset? ReleasedAt, DateTimeOffset? LapsesAt, DateTimeOffset? ExecutedAt, DateTimeOffset? VerifiedAt);

/// <summary>What the reader may do with it now. What is not allowed is not shown.</summary>
/// <param name="Review">May decide on it; <see cref="Approve"/> may still be refused.</param>
/// <param name="Approve">May give an approval that counts in addition to the valid ones.</param>
/// <param name="Move">Some items cannot be finished here and can be moved to another batch.</param>
/// <param name="WhyNotApprove">Why a reviewer may not approve; null if they may, or if the reader is not a reviewer.</param>
public sealed record BatchActs(
    bool Edit, bool Review, bool Approve, string? WhyNotApprove, bool Stop, bool Withdraw, bool Move, bool Note, bool Export, bool OpenInventory, bool OpenDatasets, bool OpenImports);

public sealed record ApprovalRow(
    string Name, string Unit, string ManifestHash, DateTimeOffset At, DateTimeOffset AuthenticatedAt, DateTimeOffset? VoidedAt, string? VoidedBecause);

public sealed record NoteRow(long Id, long? ItemNumber, string Name, string Text, DateTimeOffset At);

/// <summary>The work order of one location, in the current round.</summary>
public sealed record OrderRow(long Id, long LocationId, string Location, DateTimeOffset ReleasedAt, DateTimeOffset? FirstHandedOutAt, DateTimeOffset? LastHandedOutAt);

public sealed record ReportRow(long Id, string Location, string Executor, string ReportKey, string BodySha256, DateTimeOffset ReceivedAt, int Items, int Applied);

/// <summary>What it would delete, with names.</summary>
/// <param name="LastBackups">Datasets that would have no backup left; <paramref name="LastBackupDatasets"/> names the first of them.</param>
public sealed record BatchScopeNamed(
    long Datasets, long InsideCopies, IReadOnlyList<PlaceRow> Places, IReadOnlyList<ClassRow> Classifications, IReadOnlyList<OwnerRow> Owners,
    long LastBackups, IReadOnlyList<NamedDataset> LastBackupDatasets);

public sealed record PlaceRow(long LocationId, string Name, string Place, Position Position, CopyRole Role, long Copies, long Bytes);

public sealed record ClassRow(string Name, bool MustBeInside, long Copies, long Bytes);

public sealed record OwnerRow(string System, string? Owner, long Copies, long Bytes);

public sealed record NamedDataset(long Id, string Name, string? Owner);
