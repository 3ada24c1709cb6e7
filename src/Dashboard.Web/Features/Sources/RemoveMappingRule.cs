using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Sources;

/// <summary>Removes a mapping rule. What it gathered stays as it is until the source's next import.</summary>
internal sealed class RemoveMappingRule(IDbContextFactory<DashboardContext> contexts, MemberAccess access, ChangeNotices notices)
{
    public async Task<Result> HandleAsync(long ruleId, CancellationToken cancellationToken)
    {
        if ((await access.RequireAsync(Permission.ManageMappingRules, cancellationToken)).Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.MappingRules.Where(rule => rule.Id == ruleId).ExecuteDeleteAsync(cancellationToken) == 0)
            return new NotFound("The mapping rule");
        notices.Raise(ChangeTopic.Sources);
        return Result.Done;
    }
}
