using Dashboard.Core.Administration;

namespace Dashboard.Web.Security;

/// <summary>Where each member starts: the first page in this list that they may open.</summary>
internal static class Landing
{
    public const string NoAccess = "/no-access";

    private static readonly (Permission Permission, string Page)[] StartPages =
    [
        (Permission.ViewSummary, "/summary"),
        (Permission.ManageMembers, "/administration/members"),
        (Permission.ViewImports, "/imports"),
    ];

    public static string PageFor(Member member, string oversightCountry) =>
        StartPages.FirstOrDefault(start => member.May(start.Permission, oversightCountry).IsDone).Page ?? NoAccess;
}
