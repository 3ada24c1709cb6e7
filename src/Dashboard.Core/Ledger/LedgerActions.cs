using Dashboard.Ledger;

namespace Dashboard.Core.Ledger;

/// <summary>The action codes of ledger entries: the subject, then what happened to it. A code never changes once it has been used.</summary>
public static class LedgerActions
{
    public const string ProgrammePrepared = "programme.prepared";

    public const string MemberRegistered = "member.registered";
    public const string MemberClaimsChanged = "member.claims-changed";
    public const string MemberSuspended = "member.suspended";
    public const string MemberReinstated = "member.reinstated";
    public const string MemberRefusedForCountry = "member.refused-for-country";
    public const string MemberRefusedWhileSuspended = "member.refused-while-suspended";

    public const string ApiTokenIssued = "api-token.issued";
    public const string ApiTokenRevoked = "api-token.revoked";

    public const string BoundaryRuleAdded = "boundary-rule.added";
    public const string BoundaryRuleEnded = "boundary-rule.ended";
    public const string BoundaryRuleWithdrawn = "boundary-rule.withdrawn";
    public const string ClassificationCreated = "classification.created";
    public const string ClassificationRevised = "classification.revised";
    public const string LocationDescribed = "location.described";

    public const string SourceCreated = "source.created";
    public const string SourceRevised = "source.revised";
    public const string MappingRuleAdded = "mapping-rule.added";
    public const string MappingRuleRemoved = "mapping-rule.removed";

    public const string WaveCreated = "wave.created";
    public const string WaveRevised = "wave.revised";
    public const string DatasetsMoved = "wave.datasets-moved";
    public const string ComparisonRecorded = "dataset.comparison-recorded";
    public const string ComparisonRevoked = "dataset.comparison-revoked";

    public const string BatchProposed = "batch.proposed";
    public const string BatchRevised = "batch.revised";
    public const string BatchItemsAdded = "batch.items-added";
    public const string BatchItemsRemoved = "batch.items-removed";
    public const string BatchSubmitted = "batch.submitted";
    public const string BatchApproved = "batch.approved";
    public const string BatchRejected = "batch.rejected";
    public const string BatchItemsExcluded = "batch.items-excluded";
    public const string BatchNoteWritten = "batch.note-written";
    public const string BatchStopped = "batch.stopped";
    public const string BatchWithdrawn = "batch.withdrawn";
    public const string BatchHeld = "batch.held";
    public const string BatchRequeued = "batch.requeued";
    public const string BatchReleased = "batch.released";
    public const string BatchLapsed = "batch.lapsed";
    public const string BatchOrderHandedOut = "batch.order-handed-out";
    public const string BatchExecutionReported = "batch.execution-reported";
    public const string BatchProofChanged = "batch.proof-changed";
    public const string BatchItemsMoved = "batch.items-moved";
    public const string BatchCertificateIssued = "batch.certificate-issued";
    public const string HoldPlaced = "hold.placed";
    public const string HoldLifted = "hold.lifted";
    public const string QuorumRuleSet = "quorum-rule.set";
    public const string QuorumRuleRemoved = "quorum-rule.removed";

    public const string ImportReceived = "import.received";
    public const string ImportConfirmed = "import.confirmed";
    public const string ImportComparedAgain = "import.compared-again";
    public const string ImportCancelled = "import.cancelled";
    public const string ImportRefused = "import.refused";
    public const string ImportApplied = "import.applied";

    public const string RowsExported = "rows.exported";
    public const string FiguresDerived = "figures.derived";

    public const string LedgerExported = "ledger.exported";
    public const string AlarmAcknowledged = "ledger.alarm-acknowledged";

    /// <summary>All action codes, including those of the ledger library: the choices of a filter.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        .. typeof(LedgerActions).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)
            .Append(KeyEntries.Begun).Append(KeyEntries.Rotated).Order(StringComparer.Ordinal),
    ];
}
