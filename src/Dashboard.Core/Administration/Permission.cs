namespace Dashboard.Core.Administration;

/// <summary>One thing that a handler may ask for. What each role may do stands in <see cref="RolePermissions"/>.</summary>
public enum Permission
{
    ViewSummary,
    ViewWaves,
    ViewDatasets,
    ViewInventory,
    ExportRows,
    ViewSources,
    ViewImports,
    RunImports,
    ManageSources,
    ManageMappingRules,
    ManageWaves,
    RecordComparisons,
    ViewBoundary,
    ManageBoundary,
    ManageClassifications,
    ViewMembers,
    ManageMembers,
    ViewLedger,

    /// <summary>Of the ledger, what concerns deletion batches.</summary>
    ViewBatchEntries,

    AnswerLedgerAlarms,

    /// <summary>Of deletions, sums only.</summary>
    ViewDeletionTotals,
    ViewDeletions,
    ProposeDeletions,
    ReviewDeletions,

    /// <summary>Stop an approved batch, and write notes about one.</summary>
    StopDeletions,
    ManageHolds,
    ViewApprovalRules,
    ManageApprovalRules,
    ViewApiTokens,
    ManageApiTokens,
}
