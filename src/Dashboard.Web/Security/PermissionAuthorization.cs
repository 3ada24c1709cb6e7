using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Settings;
using Dashboard.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Security;

internal sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;

/// <summary>Signed in and not suspended, with or without a role.</summary>
internal sealed record ActiveMemberRequirement : IAuthorizationRequirement;

/// <summary>Answers the policies from the member as the database has it, and keeps the refusal's words for the page that tells it.</summary>
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
