using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Members;

internal sealed record SuspendMemberRequest(long MemberId, string Reason);

/// <summary>Ends a member's rights immediately. Handlers refuse the next call, and open pages close within half a minute.</summary>
internal sealed class SuspendMember(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider time)
{
    public Task<Result> HandleAsync(SuspendMemberRequest request, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(request, cancellationToken), cancellationToken);

    private async Task<Result> OnceAsync(SuspendMemberRequest request, CancellationToken cancellationToken)
    {
        var administrator = await access.RequireAsync(Permission.ManageMembers, cancellationToken);
        if (administrator.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(administrator.Value, time, cancellationToken);
        if (await context.Members.SingleOrDefaultAsync(known => known.Id == request.MemberId, cancellationToken) is not { } member)
            return new MemberNotFound();
        if (member.Suspend(administrator.Value, request.Reason, time.GetUtcNow()).Refusal is { } notNow)
            return notNow;
        var draft = new LedgerDraft(LedgerActions.MemberSuspended, LedgerSubjects.Of(member), $"suspended {member.Name}: {member.SuspensionReason}")
        {
            Changes = FieldChanges.Of(context, member),
        };
        return await change.CommitUnlessStaleAsync(draft, $"The membership of {member.Name}", cancellationToken);
    }
}
