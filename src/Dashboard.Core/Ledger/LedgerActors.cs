using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Ledger;

namespace Dashboard.Core.Ledger;

/// <summary>The actors that entries name.</summary>
public static class LedgerActors
{
    /// <summary>The dashboard itself, for actions that the clock or a confirmed import starts.</summary>
    public static readonly LedgerActor Dashboard = new("dashboard", "The dashboard", null, null, null);

    /// <summary>An executor, identified by its API token.</summary>
    public static LedgerActor Of(Executor executor) => new($"api-token:{executor.TokenId}", executor.Name, "Executor", null, null);

    /// <summary>A source that pushes its reports with its own API token.</summary>
    public static LedgerActor OfSource(long tokenId, string name) => new($"api-token:{tokenId}", name, "Source", null, null);

    /// <summary>The member, with the current roles, unit and country.</summary>
    public static LedgerActor Of(Member member) => new(
        member.Subject, member.Name, member.Roles is Roles.None ? null : member.Roles.ToString(), member.Unit, member.Country);
}
