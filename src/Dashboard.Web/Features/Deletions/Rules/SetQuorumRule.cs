using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Rules;

/// <param name="Id">The rule to change; null for a new one. A rule's classification and method never change.</param>
/// <param name="Version">The version of the rule that the administrator saw.</param>
internal sealed record SetQuorumRuleRequest(long? Id, long? ClassificationId, SanitizationMethod? Method, int Quorum, long Version = 0);

/// <summary>Sets the number of approvals for batches submitted from now on.</summary>
internal sealed class SetQuorumRule(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    public Task<Result> HandleAsync(SetQuorumRuleRequest request, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(request, cancellationToken), cancellationToken);

    private async Task<Result> OnceAsync(SetQuorumRuleRequest request, CancellationToken cancellationToken)
    {
        var administrator = await access.RequireAsync(Permission.ManageApprovalRules, cancellationToken);
        if (administrator.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(administrator.Value, clock, cancellationToken);
        var found = request.Id is null ? await CreateAsync(context, request, cancellationToken) : await ReviseAsync(context, request, cancellationToken);
        if (found.Refusal is { } refused)
            return refused;
        var rule = found.Value;
        var changes = FieldChanges.Of(context, rule);
        await context.SaveChangesAsync(cancellationToken);
        var classification = rule.ClassificationId is { } id ? await context.Classifications.Where(one => one.Id == id).Select(one => one.Name).SingleAsync(cancellationToken) : null;
        await change.CommitAsync(
            new LedgerDraft(LedgerActions.QuorumRuleSet, LedgerSubjects.Of(rule), $"set the approvals needed for {QuorumText.Of(classification, rule.Method)} to {rule.Quorum}") { Changes = changes },
            cancellationToken);
        return Result.Done;
    }

    private static async Task<Result<QuorumRule>> CreateAsync(DashboardContext context, SetQuorumRuleRequest request, CancellationToken cancellationToken)
    {
        var created = QuorumRule.Create(request.ClassificationId, request.Method, request.Quorum);
        if (created.Refusal is { } invalid)
            return invalid;
        if (request.ClassificationId is { } id && !await context.Classifications.AnyAsync(one => one.Id == id, cancellationToken))
            return new NotFound("The classification");
        if (await context.QuorumRules.AnyAsync(rule => rule.ClassificationId == request.ClassificationId && rule.Method == request.Method, cancellationToken))
            return new QuorumRuleExists();
        context.QuorumRules.Add(created.Value);
        return created;
    }

    private static async Task<Result<QuorumRule>> ReviseAsync(DashboardContext context, SetQuorumRuleRequest request, CancellationToken cancellationToken)
    {
        var rule = await context.QuorumRules.SingleOrDefaultAsync(rule => rule.Id == request.Id, cancellationToken);
        if (rule is null)
            return new NotFound("The rule");
        if (rule.Version != request.Version)
            return new StaleEdit("The rule");
        return rule.Revise(request.Quorum).Refusal is { } invalid ? invalid : rule;
    }
}
