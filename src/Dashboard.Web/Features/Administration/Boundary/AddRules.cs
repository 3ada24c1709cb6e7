using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Boundary;

/// <summary>A request for one rule per classification. All other fields are the same.</summary>
/// <param name="From">First day (UTC) in force.</param>
/// <param name="Until">Last day (UTC) in force; null for no end.</param>
internal sealed record AddRulesRequest(
    string Operator, string Country, IReadOnlyCollection<long> ClassificationIds, DateOnly? From, DateOnly? Until, string Reason);

/// <summary>Adds rules that allow an operator in a country to hold some classifications.</summary>
internal sealed class AddRules(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    public async Task<Result<Consequence>> PreviewAsync(AddRulesRequest request, CancellationToken cancellationToken)
    {
        if ((await access.RequireAsync(Permission.ManageBoundary, cancellationToken)).Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var facts = await BoundaryFacts.LoadAsync(context, cancellationToken);
        var made = Make(request, facts.Classifications);
        if (made.Refusal is { } invalid)
            return invalid;
        return await Consequences.OfAsync(
            context, facts, facts with { Rules = [.. facts.Rules, .. made.Value] },
            DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), made.Value[0].ValidFrom, cancellationToken);
    }

    public Task<Result> HandleAsync(AddRulesRequest request, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(request, cancellationToken), cancellationToken);

    private async Task<Result> OnceAsync(AddRulesRequest request, CancellationToken cancellationToken)
    {
        var lead = await access.RequireAsync(Permission.ManageBoundary, cancellationToken);
        if (lead.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(lead.Value, clock, cancellationToken);
        var classifications = await context.Classifications.AsNoTracking().ToListAsync(cancellationToken);
        var made = Make(request, classifications);
        if (made.Refusal is { } invalid)
            return invalid;
        var rules = made.Value;
        context.BoundaryRules.AddRange(rules);
        var names = string.Join(", ", rules.Select(rule => classifications.Find(classification => classification.Id == rule.ClassificationId)!.Name));
        var changes = rules[0].ChangesIn(context, names);
        return await change.SaveAndRecalculateAsync(context, "The boundary", Draft, clock.GetUtcNow(), cancellationToken);

        // One decision is one entry, although it creates a rule for each classification.
        LedgerDraft Draft() => new(
            LedgerActions.BoundaryRuleAdded,
            LedgerSubjects.Of(rules[0]),
            $"allowed {rules[0].OperatorInCountry()} to hold {(rules.Length <= 5 ? names : $"{rules.Length} classifications")} from {DayText.Write(rules[0].ValidFrom)}: {rules[0].Reason}")
        {
            Changes = changes,
            Related = [.. rules[1..].Select(LedgerSubjects.Of)],
        };
    }

    private static Result<BoundaryRule[]> Make(AddRulesRequest request, IReadOnlyList<Classification> classifications)
    {
        if (request.ClassificationIds.Count == 0)
            return new RuleNeedsClassification();
        if (request.From is not { } from)
            return new RuleNeedsStart();
        var rules = new List<BoundaryRule>();
        foreach (var id in request.ClassificationIds.Distinct())
        {
            if (!classifications.Any(classification => classification.Id == id))
                return new NotFound("The classification");
            var rule = BoundaryRule.Create(request.Operator, request.Country, id, from, request.Until, request.Reason);
            if (rule.Refusal is { } refusal)
                return refusal;
            rules.Add(rule.Value);
        }

        return rules.ToArray();
    }
}
