using System.Collections.Frozen;
using static Dashboard.Core.Administration.Permission;

namespace Dashboard.Core.Administration;

/// <summary>The table of which role has which permission.</summary>
public static class RolePermissions
{
    /// <summary>Roles that grant nothing unless the identity provider says the person belongs to the oversight country.</summary>
    public const Roles OversightRoles = Roles.GovernanceLead | Roles.Reviewer;

    private static readonly FrozenDictionary<Roles, FrozenSet<Permission>> Granted = new Dictionary<Roles, FrozenSet<Permission>>
    {
        [Roles.Executive] = [ViewSummary, ViewWaves, ViewDeletionTotals],
        [Roles.GovernanceLead] =
        [
            ViewSummary, ViewWaves, ViewDatasets, ViewInventory, ExportRows, ViewSources, ViewImports, RunImports,
            ManageMappingRules, ManageWaves, RecordComparisons, ViewBoundary, ManageBoundary, ManageClassifications, ViewLedger, ViewBatchEntries,
            AnswerLedgerAlarms, ViewDeletionTotals, ViewDeletions, ProposeDeletions, StopDeletions, ManageHolds, ViewApprovalRules,
        ],
        [Roles.Reviewer] =
        [
            ViewSummary, ViewWaves, ViewDatasets, ViewInventory, ViewBoundary, ViewBatchEntries, ViewDeletionTotals, ViewDeletions, ReviewDeletions,
            StopDeletions, ViewApprovalRules,
        ],
        [Roles.Auditor] =
        [
            ViewSummary, ViewWaves, ViewDatasets, ViewInventory, ExportRows, ViewSources, ViewImports, ViewBoundary, ViewMembers, ViewLedger,
            ViewBatchEntries, ViewDeletionTotals, ViewDeletions, ViewApprovalRules, ViewApiTokens,
        ],
        [Roles.DataSteward] = [ViewDatasets, ViewInventory, ExportRows, ViewSources, ViewImports, RunImports],
        [Roles.Administrator] = [ViewSources, ViewImports, ManageSources, ViewMembers, ManageMembers, ViewApprovalRules, ManageApprovalRules, ViewApiTokens, ManageApiTokens],
    }.ToFrozenDictionary();

    /// <summary>The roles that grant a permission, so that a refusal can name them.</summary>
    public static Roles RolesWith(Permission permission) =>
        Granted.Where(role => role.Value.Contains(permission)).Aggregate(Roles.None, (all, role) => all | role.Key);

    public static bool Grants(Roles roles, Permission permission) => (roles & RolesWith(permission)) != Roles.None;
}
