using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;

namespace Dashboard.Web.Features.Ledger.Entries;

/// <summary>The pages of the subjects of entries.</summary>
internal static class SubjectPages
{
    /// <summary>URL of a subject's page; null if it has none that this reader may open.</summary>
    public static string? Of(LedgerSubject subject, LedgerReader reader)
    {
        var id = Uri.EscapeDataString(subject.Id);
        (string Href, Permission Permission)? page = subject.Kind switch
        {
            LedgerSubjects.MemberKind => ($"/administration/members?member={id}", Permission.ViewMembers),
            LedgerSubjects.DatasetKind => ($"/migration/datasets/{id}", Permission.ViewDatasets),
            LedgerSubjects.CopyKind => ($"/inventory?copy={id}", Permission.ViewInventory),
            LedgerSubjects.WaveKind => ($"/migration/waves/{id}", Permission.ViewWaves),
            LedgerSubjects.LocationKind => ($"/administration/locations/{id}", Permission.ViewBoundary),
            LedgerSubjects.ClassificationKind => ($"/administration/classifications/{id}", Permission.ViewBoundary),
            LedgerSubjects.BoundaryRuleKind => ($"/administration/boundary/{id}", Permission.ViewBoundary),
            LedgerSubjects.SourceKind => ($"/sources/{id}", Permission.ViewSources),
            LedgerSubjects.ImportKind => ($"/imports/{id}", Permission.ViewImports),
            LedgerSubjects.BatchKind => ($"/deletions/{id}", Permission.ViewDeletions),
            LedgerSubjects.HoldKind => ($"/deletions/holds/{id}", Permission.ViewDeletions),
            LedgerSubjects.QuorumRuleKind => ("/deletions/rules", Permission.ViewApprovalRules),
            LedgerSubjects.ProgrammeKind => ("/summary", Permission.ViewSummary),
            _ => null,
        };
        return page is var (href, permission) && reader.May(permission) ? href : null;
    }
}
