using Dashboard.Core.Administration;
using Microsoft.AspNetCore.Authorization;

namespace Dashboard.Web.Security;

/// <summary>One policy for each permission, for pages, endpoints and <c>AuthorizeView</c>.</summary>
internal static class PermissionPolicies
{
    public static string Name(Permission permission) => $"May {permission}";

    public static void Configure(AuthorizationOptions options)
    {
        foreach (var permission in Enum.GetValues<Permission>())
            options.AddPolicy(Name(permission), policy => policy.AddRequirements(new PermissionRequirement(permission)));

        options.DefaultPolicy = new AuthorizationPolicyBuilder().AddRequirements(new ActiveMemberRequirement()).Build();
        options.FallbackPolicy = options.DefaultPolicy;
    }

    /// <summary>Restricts an endpoint to members with this permission.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoint, Permission permission)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(Name(permission));
}
