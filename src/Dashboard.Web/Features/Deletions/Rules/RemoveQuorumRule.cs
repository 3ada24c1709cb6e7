using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Rules;

/// <summary>Removes a rule. The next less specific rule then applies, or the default.</summary>
internal sealed class RemoveQuorumRule(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    public Task<Result> HandleAsync(long ruleId, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(ruleId, cancellationToken), cancellationToken);

    private async Task<Result> OnceAsync(long ruleId, CancellationToken cancellationToken)
    {
        var administrator = await access.RequireAsync(Permission.ManageApprovalRules, cancellationToken);
        if (administrator.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(administrator.Value, clock, cancellationToken);
        var rule = await context.QuorumRules.SingleOrDefaultAsync(rule => rule.Id == ruleId, cancellationToken);
        if (rule is null)
            return new NotFound("The rule");
        var classification = rule.ClassificationId is { } id ? await context.Classifications.Where(one => one.Id == id).Select(one => one.Name).SingleAsync(cancellationToken) : null;
        context.QuorumRules.Remove(rule);
        var changes = FieldChanges.Of(context, rule);
        await change.CommitAsync(
            new LedgerDraft(LedgerActions.QuorumRuleRemoved, LedgerSubjects.Of(rule), $"removed the approval rule for {QuorumText.Of(classification, rule.Method)}, which required {rule.Quorum}") { Changes = changes },
            cancellationToken);
        return Result.Done;
    }
}
