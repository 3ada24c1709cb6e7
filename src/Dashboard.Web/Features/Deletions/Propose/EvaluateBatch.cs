using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Features.Deletions.Schedule;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Propose;

/// <summary>Evaluates the gates of a batch again, against the current inventory. It decides nothing, so it adds no ledger entry.</summary>
internal sealed class EvaluateBatch(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock, ChangeNotices notices)
{
    public async Task<Result> HandleAsync(long batchId, CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ViewDeletions, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await BatchGates.EvaluateAsync(context, batchId, clock.GetUtcNow(), cancellationToken))
            return new NotFound("The batch");
        notices.Raise(ChangeTopic.Deletions);
        return Result.Done;
    }
}
