using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Administration.Boundary;

/// <summary>The boundary's rules and the resulting positions today.</summary>
internal sealed class GetBoundary(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, IOptions<ProgrammeSettings> programme, TimeProvider clock)
{
    public async Task<Result<BoundaryAnswer>> HandleAsync(CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ViewBoundary, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;

        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var facts = await BoundaryFacts.LoadAsync(context, cancellationToken);
        var positions = facts.On(today);
        var totals = await LocationTotal.Query(context).ToListAsync(cancellationToken);
        return new BoundaryAnswer(
            now,
            Rows(facts, today),
            Amounts.ThatMustBeInside(totals, positions),
            Places(positions, totals),
            [.. facts.Classifications.OrderByDescending(classification => classification.MustBeInside).ThenBy(classification => classification.Name, StringComparer.Ordinal)
                .Select(classification => new ClassificationChoice(classification.Id, classification.Name, classification.MustBeInside))],
            KnownOperators.In(facts.Locations),
            member.Value.May(Permission.ManageBoundary, programme.Value.OversightCountry).IsDone);
    }

    private static RuleRow[] Rows(BoundaryFacts facts, DateOnly today)
    {
        var names = facts.Classifications.ToDictionary(classification => classification.Id, classification => classification.Name);
        return
        [
            .. facts.Rules.Select(rule => RuleRow.Of(rule, names[rule.ClassificationId], today))
                .OrderBy(rule => rule.State).ThenBy(rule => rule.Operator, StringComparer.OrdinalIgnoreCase).ThenBy(rule => rule.From).ThenBy(rule => rule.Id),
        ];
    }

    private static PlaceRow[] Places(Positions positions, List<LocationTotal> totals) =>
    [
        .. totals.Where(total => positions.MustBeInside(total.ClassificationId) && total.CountsIn(positions))
            .GroupBy(total => (total.LocationId, Position: total.PositionIn(positions)))
            .Select(there => new PlaceRow(
                there.Key.LocationId, positions.Locations[there.Key.LocationId].Name, there.Key.Position, there.Sum(total => total.Copies), there.Sum(total => total.Bytes)))
            .OrderByDescending(place => place.Bytes),
    ];
}

/// <param name="MustBeInside">Data that must be inside, by position.</param>
/// <param name="Places">Locations that have copies of this data, largest first; once for each position, if it differs by classification.</param>
/// <param name="Operators">Suggested names for a new rule.</param>
public sealed record BoundaryAnswer(
    DateTimeOffset AsOf, IReadOnlyList<RuleRow> Rules, Amounts MustBeInside, IReadOnlyList<PlaceRow> Places,
    IReadOnlyList<ClassificationChoice> Classifications, IReadOnlyList<string> Operators, bool MayManage);

public enum RuleState
{
    InForce,
    Future,
    Ended,

    /// <summary>Withdrawn before any past figure counted it.</summary>
    Withdrawn,
}

public sealed record RuleRow(
    long Id, long Version, string Operator, string Country, string Classification, DateOnly From, DateOnly? Until, string Reason, RuleState State,
    Withdrawal? Withdrawal = null, bool MayBeWithdrawn = false)
{
    /// <summary>The rule as a sentence, without its dates and basis.</summary>
    public string Sentence => $"{Operator} in {CountryWords.In(Country)} may hold {Classification}";

    public static RuleRow Of(BoundaryRule rule, string classification, DateOnly today) => new(
        rule.Id, rule.Version, rule.Operator, rule.Country, classification, rule.ValidFrom, rule.ValidUntil, rule.Reason,
        rule.WithdrawnAt is not null ? RuleState.Withdrawn
        : rule.IsInForce(today) ? RuleState.InForce
        : today < rule.ValidFrom ? RuleState.Future
        : RuleState.Ended,
        rule is { WithdrawnAt: { } at, WithdrawnBy: { } by, WithdrawalReason: { } why } ? new(at, by, why) : null,
        rule.WithdrawnAt is null && rule.ValidFrom >= today);
}

public sealed record Withdrawal(DateTimeOffset At, string By, string Reason);

public sealed record PlaceRow(long Id, string Name, Position Position, long Copies, long Bytes);

public sealed record ClassificationChoice(long Id, string Name, bool MustBeInside);
