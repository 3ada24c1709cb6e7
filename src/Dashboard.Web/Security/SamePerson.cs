using Microsoft.AspNetCore.Authentication;

namespace Dashboard.Web.Security;

/// <summary>
/// Who must come back from the provider when it was asked to authenticate again. The name travels in the state that we encrypted, so neither
/// the browser nor the provider can change it.
/// </summary>
internal static class SamePerson
{
    public const string Item = "same-person";

    /// <summary>False when somebody else came back. True for a sign-in that expects nobody in particular.</summary>
    public static bool CameBack(AuthenticationProperties? properties, string subject) =>
        properties is null || !properties.Items.TryGetValue(Item, out var expected) || expected == subject;
}
