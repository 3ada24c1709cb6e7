using Dashboard.Core.Administration;
using Dashboard.Ledger;

namespace Dashboard.Core.Ledger;

/// <summary>Who entries say acted.</summary>
public static class LedgerActors
{
    /// <summary>The dashboard itself: what the clock or a confirmed import sets in motion.</summary>
    public static readonly LedgerActor Dashboard = new("dashboard", "The dashboard", null, null, null);

    /// <summary>The member with role, unit and country as they are at this moment.</summary>
    public static LedgerActor Of(Member member) => new(
        member.Subject, member.Name, member.Roles is Roles.None ? null : member.Roles.ToString(), member.Unit, member.Country);
}
