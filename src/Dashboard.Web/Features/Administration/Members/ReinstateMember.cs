using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Members;

internal sealed record ReinstateMemberRequest(long MemberId);

/// <summary>Lifts a suspension: the member can sign in again, with the roles that the provider then gives.</summary>
internal sealed class ReinstateMember(IDbContextFactory<DashboardContext> contexts, MemberAccess access)
{
    public async Task<Result> HandleAsync(ReinstateMemberRequest request, CancellationToken cancellationToken)
    {
        if ((await access.RequireAsync(Permission.ManageMembers, cancellationToken)).Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Members.SingleOrDefaultAsync(known => known.Id == request.MemberId, cancellationToken) is not { } member)
            return new MemberNotFound();

        var reinstatement = member.Reinstate();
        return reinstatement.IsDone ? await context.SaveMemberAsync(member, cancellationToken) : reinstatement;
    }
}
