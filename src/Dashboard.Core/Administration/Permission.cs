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
}
