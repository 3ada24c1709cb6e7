using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Sources;

/// <summary>One source, its mapping rules and what the member may do with them.</summary>
internal sealed class GetSource(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, IOptions<ProgrammeSettings> programme)
{
    public async Task<Result<SourceDetails>> HandleAsync(long sourceId, CancellationToken cancellationToken)
    {
        var asking = await access.RequireAsync(Permission.ViewSources, cancellationToken);
        if (asking.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var asked = context.Sources.AsNoTracking().Where(source => source.Id == sourceId);
        if (await asked.SingleOrDefaultAsync(cancellationToken) is not { } kept)
            return new SourceNotFound();
        var row = await ListSources.Query(context, asked).SingleAsync(cancellationToken);
        var member = asking.Value;
        return new SourceDetails(
            row, kept.Version, kept.LocationId, kept.MaxRejectedPercent,
            await Rules(context, sourceId).ToListAsync(cancellationToken),
            await Places(context).ToListAsync(cancellationToken),
            MayManage: May(Permission.ManageSources), MayMap: May(Permission.ManageMappingRules), MayRun: May(Permission.RunImports));

        bool May(Permission permission) => member.May(permission, programme.Value.OversightCountry).IsDone;
    }

    internal static IQueryable<MappingRuleRow> Rules(DashboardContext context, long sourceId) => context.MappingRules.AsNoTracking()
        .Where(rule => rule.SourceId == sourceId)
        .OrderByDescending(rule => rule.Kind).ThenBy(rule => rule.Pattern)
        .Select(rule => new MappingRuleRow(
            rule.Id, rule.Kind, rule.Pattern, rule.DatasetUrn,
            context.Datasets.Where(dataset => dataset.Urn == rule.DatasetUrn).Select(dataset => dataset.Name).FirstOrDefault(), rule.Role));

    internal static IQueryable<PlaceChoice> Places(DashboardContext context) => context.Locations.AsNoTracking()
        .OrderBy(location => location.Name).Select(location => new PlaceChoice(location.Id, location.Name));
}

public sealed record SourceDetails(
    SourceRow Source, long Version, long? LocationId, int MaxRejectedPercent, IReadOnlyList<MappingRuleRow> Rules,
    IReadOnlyList<PlaceChoice> Places, bool MayManage, bool MayMap, bool MayRun);

/// <param name="Dataset">Name of the dataset; null until an import creates the dataset.</param>
public sealed record MappingRuleRow(long Id, MappingKind Kind, string Pattern, string DatasetUrn, string? Dataset, CopyRole Role);

public sealed record PlaceChoice(long Id, string Name);
