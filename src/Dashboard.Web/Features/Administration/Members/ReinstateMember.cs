using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Members;

internal sealed record ReinstateMemberRequest(long MemberId);

/// <summary>Lifts a suspension. The member can sign in again, with the roles from the identity provider.</summary>
internal sealed class ReinstateMember(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider time)
{
    public Task<Result> HandleAsync(ReinstateMemberRequest request, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(request, cancellationToken), cancellationToken);

    private async Task<Result> OnceAsync(ReinstateMemberRequest request, CancellationToken cancellationToken)
    {
        var administrator = await access.RequireAsync(Permission.ManageMembers, cancellationToken);
        if (administrator.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(administrator.Value, time, cancellationToken);
        if (await context.Members.SingleOrDefaultAsync(known => known.Id == request.MemberId, cancellationToken) is not { } member)
            return new MemberNotFound();
        if (member.Reinstate().Refusal is { } notNow)
            return notNow;
        var draft = new LedgerDraft(LedgerActions.MemberReinstated, LedgerSubjects.Of(member), $"reinstated {member.Name}")
        {
            Changes = FieldChanges.Of(context, member),
        };
        return await change.CommitUnlessStaleAsync(draft, $"The membership of {member.Name}", cancellationToken);
    }
}
