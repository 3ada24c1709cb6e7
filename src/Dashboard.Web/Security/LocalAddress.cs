namespace Dashboard.Web.Security;

/// <summary>An address on this site, or the start page: a sign-in link must not be able to lead away.</summary>
internal static class LocalAddress
{
    public static string OrHome(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";
}
