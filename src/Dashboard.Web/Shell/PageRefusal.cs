using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Dashboard.Web.Shell;

/// <summary>Why a page refuses a user, according to the policy that guards the page.</summary>
internal static class PageRefusal
{
    public static async Task<string?> Of(
        Type page, ClaimsPrincipal user, IAuthorizationPolicyProvider policies, IAuthorizationService authorization)
    {
        var demands = page.GetCustomAttributes<AuthorizeAttribute>(inherit: true);
        if (await AuthorizationPolicy.CombineAsync(policies, demands) is not { } policy)
            return null;
        var outcome = await authorization.AuthorizeAsync(user, resource: null, policy);
        return outcome.Failure?.FailureReasons.FirstOrDefault()?.Message;
    }
}
