using System.Security.Cryptography;

namespace Dashboard.DemoIdentity;

/// <summary>The dashboard as a client of the demo provider.</summary>
/// <remarks>
/// A new secret is created at every start. Both ends run in one process, so there is no secret to store, to leak, or to
/// copy by mistake into a real installation.
/// </remarks>
public sealed class DemoClient
{
    public const string Id = "dashboard";

    public string Secret { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    public const string RedirectPath = "/signin-oidc";

    public const string SignedOutRedirectPath = "/signout-callback-oidc";
}
