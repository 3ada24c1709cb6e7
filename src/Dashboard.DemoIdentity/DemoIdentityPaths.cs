namespace Dashboard.DemoIdentity;

/// <summary>The paths of the provider on the host that it shares with the dashboard.</summary>
public static class DemoIdentityPaths
{
    /// <summary>All URLs of the provider are below this path, and the issuer ends with it.</summary>
    public const string Base = "/demo-identity";

    internal const string SignIn = Base + "/sign-in";
    internal const string Authorize = Base + "/authorize";
    internal const string EndSession = Base + "/end-session";
    internal const string Style = Base + "/sign-in.css";
}
