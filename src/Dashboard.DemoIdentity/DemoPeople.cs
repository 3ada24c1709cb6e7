namespace Dashboard.DemoIdentity;

/// <summary>The demo people: every role, reviewers from two units, and one reviewer from outside the oversight country.</summary>
public static class DemoPeople
{
    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        Lead("dana.whitfield", "Dana Whitfield"),
        Lead("marcus.oyelaran", "Marcus Oyelaran"),
        Reviewer("priya.raman", "Priya Raman", "Data Assurance", "US"),
        Reviewer("thomas.keller", "Thomas Keller", "Data Assurance", "US"),
        Reviewer("grace.holloway", "Grace Holloway", "Legal Oversight", "US"),
        Reviewer("weiling.tan", "Wei Ling Tan", "Data Assurance", "SG"),
        new("eleanor.brandt", "Eleanor Brandt", "executive", "Executive", "Executive Office", "US"),
        new("samuel.ortega", "Samuel Ortega", "auditor", "Auditor", "Northgate Audit", "US"),
        new("ingrid.solheim", "Ingrid Solheim", "data-steward", "Data steward", "Storage Platform", "US")
        {
            Systems = ["Archives", "Content delivery", "Data warehouse", "Uploads"],
        },
        new("victor.almeida", "Victor Almeida", "administrator", "Administrator", "Platform Operations", "US"),
    ];

    public static DemoPerson? Find(string? subject) => All.FirstOrDefault(person => person.Subject == subject);

    private static DemoPerson Lead(string subject, string name) =>
        new(subject, name, "governance-lead", "Governance lead", "Pivot Programme", "US");

    private static DemoPerson Reviewer(string subject, string name, string unit, string country) =>
        new(subject, name, "reviewer", "Reviewer", unit, country);
}
