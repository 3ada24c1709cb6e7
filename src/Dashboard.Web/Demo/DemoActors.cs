using Dashboard.Core.Administration;
using Dashboard.DemoIdentity;
using Dashboard.Ledger;

namespace Dashboard.Web.Demo;

/// <summary>The demo's people as ledger actors. They are the people who can sign in.</summary>
internal static class DemoActors
{
    public static readonly LedgerActor Lead = Of("dana.whitfield", Roles.GovernanceLead);
    public static readonly LedgerActor SecondLead = Of("marcus.oyelaran", Roles.GovernanceLead);
    public static readonly LedgerActor Administrator = Of("victor.almeida", Roles.Administrator);

    /// <summary>Imports the reports and confirms them.</summary>
    public static readonly LedgerActor Steward = Of("ingrid.solheim", Roles.DataSteward);

    private static LedgerActor Of(string subject, Roles role)
    {
        var person = DemoPeople.Find(subject)!;
        return new(person.Subject, person.Name, role.ToString(), person.Unit, person.Country);
    }
}
