using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;

namespace Dashboard.Web.Shell;

/// <summary>Which roles may open a page: read from the page's own authorization, so the refusal cannot say something else.</summary>
internal static class PageRoles
{
    public static async Task<IReadOnlyList<string>> Of(Type? page, IAuthorizationPolicyProvider policies)
    {
        if (page?.GetCustomAttributes<AuthorizeAttribute>(inherit: true) is not { } demands)
            return [];
        if (await AuthorizationPolicy.CombineAsync(policies, demands) is not { } policy)
            return [];
        return [.. policy.Requirements.OfType<RolesAuthorizationRequirement>()
            .SelectMany(requirement => requirement.AllowedRoles)
            .Distinct(StringComparer.Ordinal)
            .Select(Account.Words)];
    }
}
