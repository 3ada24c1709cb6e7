using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Boundary;

/// <param name="Version">The version that the member saw.</param>
internal sealed record WithdrawRuleRequest(long Id, long Version, string Reason);

/// <summary>Withdraws a rule that was added by mistake and was not in force before today.</summary>
internal sealed class WithdrawRule(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    public async Task<Result<Consequence>> PreviewAsync(WithdrawRuleRequest request, CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ManageBoundary, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var facts = await BoundaryFacts.LoadAsync(context, cancellationToken);
        var withdrawn = await FindWithdrawnAsync(context, request, member.Value, cancellationToken);
        if (withdrawn.Refusal is { } invalid)
            return invalid;
        return await Consequences.OfAsync(
            context, facts, facts.With(withdrawn.Value), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), withdrawn.Value.ValidFrom, cancellationToken);
    }

    public Task<Result> HandleAsync(WithdrawRuleRequest request, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(request, cancellationToken), cancellationToken);

    private async Task<Result> OnceAsync(WithdrawRuleRequest request, CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ManageBoundary, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(member.Value, clock, cancellationToken);
        var withdrawn = await FindWithdrawnAsync(context, request, member.Value, cancellationToken);
        if (withdrawn.Refusal is { } invalid)
            return invalid;
        var rule = withdrawn.Value;
        var classification = await context.Classifications
            .Where(known => known.Id == rule.ClassificationId).Select(known => known.Name).SingleAsync(cancellationToken);
        var draft = new LedgerDraft(
            LedgerActions.BoundaryRuleWithdrawn,
            LedgerSubjects.Of(rule),
            $"withdrew the rule that would let {rule.OperatorInCountry()} hold {classification}: {rule.WithdrawalReason}")
        {
            Changes = rule.ChangesIn(context, classification),
        };
        return await change.SaveAndRecalculateAsync(context, "The rule", () => draft, clock.GetUtcNow(), cancellationToken);
    }

    private async Task<Result<BoundaryRule>> FindWithdrawnAsync(
        DashboardContext context, WithdrawRuleRequest request, Member member, CancellationToken cancellationToken)
    {
        if (await context.BoundaryRules.SingleOrDefaultAsync(rule => rule.Id == request.Id, cancellationToken) is not { } rule)
            return new NotFound("The rule");
        if (rule.Version != request.Version)
            return new StaleEdit("The rule");
        return rule.Withdraw(member.Name, request.Reason, clock.GetUtcNow()).Refusal is { } refusal ? refusal : rule;
    }
}
