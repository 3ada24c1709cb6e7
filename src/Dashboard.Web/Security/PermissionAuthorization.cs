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
/// <remarks>
/// A page's rail and menus ask some twenty times within milliseconds, so within one HTTP request the member is read once. An open page asks the
/// database each time, and so does every use case (<see cref="MemberAccess"/>).
/// </remarks>
internal sealed class PermissionAuthorization(MemberDirectory members, RequestPrincipal request, IOptions<ProgrammeSettings> programme) : IAuthorizationHandler
{
    private (string? Subject, Member? Member)? read;

    public async Task HandleAsync(AuthorizationHandlerContext context)
    {
        var member = await FindAsync(context.User.Subject());
        foreach (var requirement in context.PendingRequirements.ToArray())
        {
            if (Refuse(member, requirement) is { } refusal)
                context.Fail(new AuthorizationFailureReason(this, refusal.Message));
            else
                context.Succeed(requirement);
        }
    }

    private async Task<Member?> FindAsync(string? subject)
    {
        if (read is { } known && known.Subject == subject && request.User is not null)
            return known.Member;
        var member = await members.FindAsync(subject, CancellationToken.None);
        read = (subject, member);
        return member;
    }

    private Refusal? Refuse(Member? member, IAuthorizationRequirement requirement) => (member, requirement) switch
    {
        (null, _) => new NotSignedIn(),
        (_, PermissionRequirement { Permission: var permission }) => member.May(permission, programme.Value.OversightCountry).Refusal,
        ({ IsActive: false }, _) => new MemberSuspended(),
        _ => null,
    };
}
