using Microsoft.AspNetCore.Authentication;

namespace Dashboard.Web.Security;

/// <summary>
/// The person who must come back from the provider after it was asked to authenticate them again. The subject is in our encrypted state, so
/// neither the browser nor the provider can change it.
/// </summary>
internal static class SamePerson
{
    public const string Item = "same-person";

    /// <summary>False if someone else came back. True for a sign-in that expects no particular person.</summary>
    public static bool CameBack(AuthenticationProperties? properties, string subject) =>
        properties is null || !properties.Items.TryGetValue(Item, out var expected) || expected == subject;
}
