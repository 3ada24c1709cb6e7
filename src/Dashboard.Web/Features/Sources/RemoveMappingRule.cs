using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Sources;

/// <summary>Removes a mapping rule. What it matched stays as it is until the source's next import.</summary>
internal sealed class RemoveMappingRule(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    public Task<Result> HandleAsync(long ruleId, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(ruleId, cancellationToken), cancellationToken);

    private async Task<Result> OnceAsync(long ruleId, CancellationToken cancellationToken)
    {
        var lead = await access.RequireAsync(Permission.ManageMappingRules, cancellationToken);
        if (lead.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(lead.Value, clock, cancellationToken);
        if (await context.MappingRules.SingleOrDefaultAsync(known => known.Id == ruleId, cancellationToken) is not { } rule)
            return new NotFound("The mapping rule");
        var source = await context.Sources.AsNoTracking().SingleAsync(known => known.Id == rule.SourceId, cancellationToken);
        context.MappingRules.Remove(rule);
        var draft = new LedgerDraft(
            LedgerActions.MappingRuleRemoved, LedgerSubjects.Of(rule), $"removed the mapping of the {rule.Description()} of the source “{source.Name}” to {rule.DatasetUrn}")
        {
            Changes = context.ChangesOf(rule, source),
            Related = [LedgerSubjects.Of(source)],
        };
        return await change.CommitUnlessStaleAsync(draft, "The mapping rule", cancellationToken);
    }
}
