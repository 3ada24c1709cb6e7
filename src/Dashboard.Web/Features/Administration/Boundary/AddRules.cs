using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Boundary;

/// <summary>One rule for each classification, alike in everything else.</summary>
/// <param name="From">First day (UTC) in force.</param>
/// <param name="Until">Last day (UTC) in force; null for no end.</param>
internal sealed record AddRulesRequest(
    string Operator, string Country, IReadOnlyCollection<long> ClassificationIds, DateOnly? From, DateOnly? Until, string Reason);

/// <summary>Lets an operator in a country hold some classifications.</summary>
internal sealed class AddRules(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock, ChangeNotices notices)
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

    public async Task<Result> HandleAsync(AddRulesRequest request, CancellationToken cancellationToken)
    {
        if ((await access.RequireAsync(Permission.ManageBoundary, cancellationToken)).Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var made = Make(request, await context.Classifications.AsNoTracking().ToListAsync(cancellationToken));
        if (made.Refusal is { } invalid)
            return invalid;
        context.BoundaryRules.AddRange(made.Value);
        var saved = await context.SaveAndDeriveAsync("The boundary", clock.GetUtcNow(), cancellationToken);
        if (saved.IsDone)
            notices.Raise(ChangeTopic.Evidence);
        return saved;
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
