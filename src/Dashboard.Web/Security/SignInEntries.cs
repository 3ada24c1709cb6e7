using System.Text.Json.Nodes;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;

namespace Dashboard.Web.Security;

/// <summary>Ledger entries for people who sign in and for those who are refused.</summary>
internal static class SignInEntries
{
    /// <summary>The person as the provider describes them now, before anything is stored.</summary>
    public static LedgerActor ActorOf(MemberClaims claims) => new(
        claims.Subject, claims.Name, claims.Roles is Roles.None ? null : claims.Roles.ToString(), claims.Unit, claims.Country);

    public static LedgerDraft Of(Member member, bool isNew, IReadOnlyList<FieldChange> changes) => new(
        isNew ? LedgerActions.MemberRegistered : LedgerActions.MemberClaimsChanged,
        LedgerSubjects.Of(member),
        isNew
            ? $"signed in for the first time, {As(member)}"
            : $"signed in with changed claims, now {As(member)}")
    {
        Changes = [.. changes.Where(change => change.Field is not ("lastSignIn" or "firstSignIn" or "searchText"))],
    };

    public static LedgerDraft Suspended(Member member) => new(
        LedgerActions.MemberRefusedWhileSuspended, LedgerSubjects.Of(member), "was refused at sign-in: the membership is suspended");

    /// <summary>A lead or reviewer without the oversight country's claim, at sign-in.</summary>
    public static LedgerDraft WithoutCountry(Member member, string required) => new(
        LedgerActions.MemberRefusedForCountry,
        LedgerSubjects.Of(member),
        $"signed in as {Naming.Of(member.Roles & RolePermissions.OversightRoles)} without the country {required} and received none of that role's rights")
    {
        Details = Claimed(member, required),
    };

    /// <summary>A lead or reviewer without that claim, at an attempt to act.</summary>
    public static LedgerDraft WithoutCountry(Member member, string required, Permission wanted) => new(
        LedgerActions.MemberRefusedForCountry,
        LedgerSubjects.Of(member),
        $"was refused “{Naming.Of(wanted)}”: leads and reviewers act only with the country {required}")
    {
        Details = Claimed(member, required, wanted),
    };

    /// <summary>The permission that was refused; null in an entry about a sign-in.</summary>
    public static string? PermissionIn(EntryContent entry) => (string?)entry.Details?["permission"];

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
