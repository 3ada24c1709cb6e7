namespace Dashboard.Web.Security;

/// <summary>A URL on this site, or the start page, so that a sign-in link cannot redirect to another site.</summary>
internal static class LocalAddress
{
    public static string OrHome(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";
}
