using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Controls.Tables;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Features.Administration.Members;

/// <summary>The filter of the list of members, as written in the URL. A field that is null does not filter.</summary>
/// <param name="Text">A part of the name, email or unit, in any case.</param>
/// <param name="Role">None for members without a role.</param>
internal sealed record MemberFilter(string? Text = null, Roles? Role = null, bool? IsActive = null)
{
    public const string ListPath = "/administration/members";
    public const string ExportPath = "/administration/members/export.csv";

    private const string Active = "active";
    private const string Suspended = "suspended";

    /// <summary>The query keys in the URL.</summary>
    public static readonly string[] Keys = ["text", "role", "state"];

    /// <summary>The choices of the filters.</summary>
    public static readonly IReadOnlyList<FilterChoice> Choices =
    [
        new("role", "Role", [.. Enum.GetValues<Roles>().OrderBy(role => role is Roles.None).Select(role => new FilterOption(KeyOf(role), LabelOf(role)))]),
        new("state", "State", [new(Active, "Active"), new(Suspended, "Suspended")]),
    ];

    public IReadOnlyList<ActiveFilter> Chips =>
    [
        .. Role is { } role ? [new ActiveFilter("role", "Role", KeyOf(role), LabelOf(role))] : Array.Empty<ActiveFilter>(),
        .. IsActive is { } active ? [new ActiveFilter("state", "State", active ? Active : Suspended, active ? "Active" : "Suspended")] : Array.Empty<ActiveFilter>(),
    ];

    /// <summary>Reads the filter from the URL and ignores invalid values.</summary>
    public static MemberFilter Read(string? text, string? role, string? state) => new(
        text?.Trim() is { Length: > 0 } trimmed ? trimmed : null,
        Enum.GetValues<Roles>().Cast<Roles?>().FirstOrDefault(known => string.Equals(KeyOf(known!.Value), role, StringComparison.OrdinalIgnoreCase)),
        state?.ToLowerInvariant() switch { Active => true, Suspended => false, _ => null });

    /// <summary>Sets or replaces one value of the filter; null removes it.</summary>
    public MemberFilter With(string key, string? value) =>
        key == "role" ? this with { Role = Read(null, value, null).Role } : this with { IsActive = Read(null, null, value).IsActive };

    public string To(string path, MemberCursor? after = null) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["text"] = Text,
        ["role"] = Role is { } role ? KeyOf(role) : null,
        ["state"] = IsActive switch { null => null, true => Active, false => Suspended },
        ["after"] = after?.Name,
        ["afterId"] = after?.Id.ToString(),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public IQueryable<Member> Among(IQueryable<Member> members)
    {
        if (Text?.ToLowerInvariant() is { } text)
            members = members.Where(member => member.SearchText.Contains(text));
        if (Role is { } role)
            members = role is Roles.None ? members.Where(member => member.Roles == Roles.None) : members.Where(member => (member.Roles & role) != Roles.None);
        if (IsActive is { } active)
            members = members.Where(member => member.IsActive == active);
        return members;
    }

    private static string KeyOf(Roles role) => role.ToString().ToLowerInvariant();

    private static string LabelOf(Roles role) => role is Roles.None ? "No role" : Naming.Label(role);
}
