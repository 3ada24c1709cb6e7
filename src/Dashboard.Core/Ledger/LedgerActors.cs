using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Ledger;

namespace Dashboard.Core.Ledger;

/// <summary>Who entries say acted.</summary>
public static class LedgerActors
{
    /// <summary>The dashboard itself: what the clock or a confirmed import sets in motion.</summary>
    public static readonly LedgerActor Dashboard = new("dashboard", "The dashboard", null, null, null);

    /// <summary>An executor, by the token that it came with.</summary>
    public static LedgerActor Of(Executor executor) => new($"api-token:{executor.TokenId}", executor.Name, "Executor", null, null);

    /// <summary>The member with role, unit and country as they are at this moment.</summary>
    public static LedgerActor Of(Member member) => new(
        member.Subject, member.Name, member.Roles is Roles.None ? null : member.Roles.ToString(), member.Unit, member.Country);
}
