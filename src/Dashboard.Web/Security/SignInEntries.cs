using System.Text.Json.Nodes;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;

namespace Dashboard.Web.Security;

/// <summary>What the ledger says of people who come, and of those who are turned away.</summary>
internal static class SignInEntries
{
    /// <summary>The person as the provider describes them now, before anything of it is kept.</summary>
    public static LedgerActor ActorOf(MemberClaims claims) => new(
        claims.Subject, claims.Name, claims.Roles is Roles.None ? null : claims.Roles.ToString(), claims.Unit, claims.Country);

    public static LedgerDraft Of(Member member, bool isNew, IReadOnlyList<FieldChange> changes) => new(
        isNew ? LedgerActions.MemberRegistered : LedgerActions.MemberClaimsChanged,
        LedgerSubjects.Of(member),
        isNew
            ? $"signed in for the first time, {As(member)}"
            : $"signed in, and the identity provider describes them differently than before: {As(member)}")
    {
        Changes = [.. changes.Where(change => change.Field is not ("lastSignIn" or "firstSignIn" or "searchText"))],
    };

    public static LedgerDraft Suspended(Member member) => new(
        LedgerActions.MemberRefusedWhileSuspended, LedgerSubjects.Of(member), "was turned away at sign-in: the membership is suspended");

    /// <summary>A lead or reviewer without the oversight country's claim, at sign-in.</summary>
    public static LedgerDraft WithoutCountry(Member member, string required) => new(
        LedgerActions.MemberRefusedForCountry,
        LedgerSubjects.Of(member),
        $"signed in as {Naming.Of(member.Roles & RolePermissions.OversightRoles)} without the country {required}, and got none of that role's rights")
    {
        Details = Claimed(member, required),
    };

    /// <summary>The same person, who tried to act all the same.</summary>
    public static LedgerDraft WithoutCountry(Member member, string required, Permission wanted) => new(
        LedgerActions.MemberRefusedForCountry,
        LedgerSubjects.Of(member),
        $"was refused “{Naming.Of(wanted)}”: leads and reviewers act only with the country {required}")
    {
        Details = Claimed(member, required, wanted),
    };

    /// <summary>The permission that an entry says was wanted; null where it tells of a sign-in.</summary>
    public static string? WantedIn(EntryContent entry) => (string?)entry.Details?["permission"];

    private static JsonObject Claimed(Member member, string required, Permission? wanted = null)
    {
        var details = new JsonObject { ["claimed"] = member.Country ?? "nothing", ["required"] = required };
        if (wanted is { } permission)
            details["permission"] = permission.ToString();
        return details;
    }

    private static string As(Member member) =>
        $"{(member.Roles is Roles.None ? "without a role" : $"as {Naming.Of(member.Roles)}")}{(member.Unit is null ? "" : $" of {member.Unit}")}";
}
