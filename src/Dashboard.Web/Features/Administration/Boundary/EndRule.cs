using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Boundary;

/// <param name="Version">The version that the member saw.</param>
/// <param name="LastDay">Last day (UTC) in force.</param>
internal sealed record EndRuleRequest(long Id, long Version, DateOnly? LastDay);

/// <summary>Sets the last day of a rule. From the next day, its data counts as outside unless another rule allows it.</summary>
internal sealed class EndRule(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    public async Task<Result<Consequence>> PreviewAsync(EndRuleRequest request, CancellationToken cancellationToken)
    {
        if ((await access.RequireAsync(Permission.ManageBoundary, cancellationToken)).Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var facts = await BoundaryFacts.LoadAsync(context, cancellationToken);
        var ended = await FindEndedAsync(context, request, cancellationToken);
        if (ended.Refusal is { } invalid)
            return invalid;
        return await Consequences.OfAsync(
            context, facts, facts.With(ended.Value), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), DayAfter(request.LastDay!.Value), cancellationToken);
    }

    public Task<Result> HandleAsync(EndRuleRequest request, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(request, cancellationToken), cancellationToken);

    private async Task<Result> OnceAsync(EndRuleRequest request, CancellationToken cancellationToken)
    {
        var lead = await access.RequireAsync(Permission.ManageBoundary, cancellationToken);
        if (lead.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(lead.Value, clock, cancellationToken);
        var ended = await FindEndedAsync(context, request, cancellationToken);
        if (ended.Refusal is { } invalid)
            return invalid;
        var rule = ended.Value;
        var classification = await context.Classifications
            .Where(known => known.Id == rule.ClassificationId).Select(known => known.Name).SingleAsync(cancellationToken);
        var draft = new LedgerDraft(
            LedgerActions.BoundaryRuleEnded,
            LedgerSubjects.Of(rule),
            $"ended the rule that lets {rule.OperatorInCountry()} hold {classification}: its last day is {DayText.Write(rule.ValidUntil)}")
        {
            Changes = rule.ChangesIn(context, classification),
        };
        return await change.SaveAndRecalculateAsync(context, "The rule", () => draft, clock.GetUtcNow(), cancellationToken);
    }

    private static async Task<Result<BoundaryRule>> FindEndedAsync(
        DashboardContext context, EndRuleRequest request, CancellationToken cancellationToken)
    {
        if (request.LastDay is not { } lastDay)
            return new RuleNeedsLastDay();
        if (await context.BoundaryRules.SingleOrDefaultAsync(rule => rule.Id == request.Id, cancellationToken) is not { } rule)
            return new NotFound("The rule");
        if (rule.Version != request.Version)
            return new StaleEdit("The rule");
        return rule.End(lastDay).Refusal is { } refusal ? refusal : rule;
    }

    private static DateOnly DayAfter(DateOnly day) => day == DateOnly.MaxValue ? day : day.AddDays(1);
}
