namespace Dashboard.Core.Administration;

/// <summary>A permission that a handler checks. <see cref="RolePermissions"/> says which roles have it.</summary>
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

    /// <summary>In the ledger, only entries about deletion batches.</summary>
    ViewBatchEntries,

    AnswerLedgerAlarms,

    /// <summary>Only the totals of deletions.</summary>
    ViewDeletionTotals,
    ViewDeletions,
    ProposeDeletions,
    ReviewDeletions,

    /// <summary>Stop an approved batch, and write notes about a batch.</summary>
    StopDeletions,
    ManageHolds,
    ViewApprovalRules,
    ManageApprovalRules,
    ViewApiTokens,
    ManageApiTokens,
}
