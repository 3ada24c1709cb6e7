using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Features.Administration.Boundary;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Administration.Classifications;

/// <summary>The classifications: whether each must be inside, how much data it has, and who may hold it.</summary>
internal sealed class ListClassifications(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, IOptions<ProgrammeSettings> programme, TimeProvider clock)
{
    public async Task<Result<ClassificationsAnswer>> HandleAsync(CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ViewBoundary, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;

        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var facts = await BoundaryFacts.LoadAsync(context, cancellationToken);
        var positions = facts.On(today);
        var datasets = await Datasets(context).ToDictionaryAsync(count => count.ClassificationId, count => count.Datasets, cancellationToken);
        var totals = (await LocationTotal.Query(context).ToListAsync(cancellationToken))
            .Where(total => total.CountsIn(positions))
            .ToLookup(total => total.ClassificationId);
        return new ClassificationsAnswer(
            now,
            [
                .. facts.Classifications
                    .OrderByDescending(classification => classification.MustBeInside).ThenBy(classification => classification.Name, StringComparer.Ordinal)
                    .Select(classification => new ClassificationRow(
                        classification.Id, classification.Version, classification.Name, classification.Description, classification.MustBeInside,
                        classification.IsUnclassified,
                        datasets.GetValueOrDefault(classification.Id),
                        totals[classification.Id].Sum(total => total.Copies),
                        totals[classification.Id].Sum(total => total.Bytes),
                        AllowedBy(facts, classification.Id, today))),
            ],
            member.Value.May(Permission.ManageClassifications, programme.Value.OversightCountry).IsDone);
    }

    internal static IQueryable<ClassifiedDatasets> Datasets(DashboardContext context) => context.Datasets
        .GroupBy(dataset => dataset.ClassificationId)
        .Select(group => new ClassifiedDatasets(group.Key, group.LongCount()));

    private static string[] AllowedBy(BoundaryFacts facts, long classificationId, DateOnly today) =>
    [
        .. facts.Rules.Where(rule => rule.ClassificationId == classificationId && rule.IsInForce(today))
            .Select(rule => $"{rule.Operator} in {CountryWords.In(rule.Country)}")
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase),
    ];
}

internal sealed record ClassifiedDatasets(long ClassificationId, long Datasets);

public sealed record ClassificationsAnswer(DateTimeOffset AsOf, IReadOnlyList<ClassificationRow> Rows, bool MayManage);

/// <param name="Copies">Copies that count in the figures.</param>
/// <param name="AllowedBy">Who may hold it today, as text.</param>
public sealed record ClassificationRow(
    long Id, long Version, string Name, string Description, bool MustBeInside, bool IsUnclassified,
    long Datasets, long Copies, long Bytes, IReadOnlyList<string> AllowedBy);
