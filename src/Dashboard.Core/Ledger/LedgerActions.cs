using Dashboard.Ledger;

namespace Dashboard.Core.Ledger;

/// <summary>The names of everything that is recorded: subject, then what happened to it. A name once used is never changed.</summary>
public static class LedgerActions
{
    public const string ProgrammePrepared = "programme.prepared";

    public const string MemberRegistered = "member.registered";
    public const string MemberClaimsChanged = "member.claims-changed";
    public const string MemberSuspended = "member.suspended";
    public const string MemberReinstated = "member.reinstated";
    public const string MemberRefusedForCountry = "member.refused-for-country";
    public const string MemberRefusedWhileSuspended = "member.refused-while-suspended";

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

    public const string DeletionOrdered = "deletion.ordered";
    public const string DeletionReported = "deletion.reported";

    public const string ImportReceived = "import.received";
    public const string ImportConfirmed = "import.confirmed";
    public const string ImportComparedAnew = "import.compared-anew";
    public const string ImportCancelled = "import.cancelled";
    public const string ImportRefused = "import.refused";
    public const string ImportApplied = "import.applied";

    public const string RowsExported = "rows.exported";
    public const string FiguresDerived = "figures.derived";

    public const string LedgerExported = "ledger.exported";
    public const string AlarmAcknowledged = "ledger.alarm-acknowledged";

    /// <summary>All of them, and those of the library: what a filter offers.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        .. typeof(LedgerActions).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)
            .Append(KeyEntries.Begun).Append(KeyEntries.Rotated).Order(StringComparer.Ordinal),
    ];
}
