using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Sources;

/// <summary>Every source and how fresh its evidence is. There are tens of sources, not thousands, so there is no paging.</summary>
internal sealed class ListSources(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, IOptions<ProgrammeSettings> programme)
{
    public async Task<Result<SourcesAnswer>> HandleAsync(CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ViewSources, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return new SourcesAnswer(
            await Query(context, context.Sources).ToListAsync(cancellationToken),
            MayManage: member.Value.May(Permission.ManageSources, programme.Value.OversightCountry).IsDone,
            MayRun: member.Value.May(Permission.RunImports, programme.Value.OversightCountry).IsDone);
    }

    internal static IQueryable<SourceRow> Query(DashboardContext context, IQueryable<Source> sources) => sources.AsNoTracking()
        .OrderBy(source => source.Name).ThenBy(source => source.Id)
        .Select(source => new SourceRow(
            source.Id,
            source.Key,
            source.Name,
            source.Kind,
            source.ExpectedIntervalHours,
            source.IsComplete,
            context.Locations.Where(location => location.Id == source.LocationId).Select(location => location.Name).FirstOrDefault(),
            source.LastAsOf,
            source.LastCompleteAsOf,
            source.LastImportId));
}

public sealed record SourcesAnswer(IReadOnlyList<SourceRow> Rows, bool MayManage, bool MayRun);

public sealed record SourceRow(
    long Id, string Key, string Name, SourceKind Kind, int ExpectedIntervalHours, bool IsComplete, string? Location,
    DateTimeOffset? LastAsOf, DateTimeOffset? LastCompleteAsOf, long? LastImportId)
{
    /// <summary>The evidence of its latest report.</summary>
    public Evidence Evidence => new(Name, LastAsOf, LastAsOf + TimeSpan.FromHours(ExpectedIntervalHours), LastCompleteAsOf == LastAsOf);
}
