using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Security;

internal sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;

/// <summary>Signed in and not suspended, with or without a role.</summary>
internal sealed record ActiveMemberRequirement : IAuthorizationRequirement;

/// <summary>Evaluates the policies against the member in the database and keeps the refusal's message for the error page.</summary>
internal sealed class PermissionAuthorization(MemberDirectory members, IOptions<ProgrammeSettings> programme) : IAuthorizationHandler
{
    public async Task HandleAsync(AuthorizationHandlerContext context)
    {
        var member = await members.FindAsync(context.User.Subject(), CancellationToken.None);
        foreach (var requirement in context.PendingRequirements.ToArray())
        {
            if (Refuse(member, requirement) is { } refusal)
                context.Fail(new AuthorizationFailureReason(this, refusal.Message));
            else
                context.Succeed(requirement);
        }
    }

    private Refusal? Refuse(Member? member, IAuthorizationRequirement requirement) => (member, requirement) switch
    {
        (null, _) => new NotSignedIn(),
        (_, PermissionRequirement { Permission: var permission }) => member.May(permission, programme.Value.OversightCountry).Refusal,
        ({ IsActive: false }, _) => new MemberSuspended(),
        _ => null,
    };
}
