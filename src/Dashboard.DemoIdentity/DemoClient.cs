using System.Security.Cryptography;

namespace Dashboard.DemoIdentity;

/// <summary>The dashboard as the demo provider knows it.</summary>
/// <remarks>
/// The secret is drawn anew at every start: both ends live in one process, so there is none to keep, to leak, or to
/// carry by mistake into a real installation.
/// </remarks>
public sealed class DemoClient
{
    public const string Id = "dashboard";

    public string Secret { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    public const string RedirectPath = "/signin-oidc";

    public const string SignedOutRedirectPath = "/signout-callback-oidc";
}
