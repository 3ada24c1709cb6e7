using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Imports.Upload;

/// <summary>The sources and limits that the page of a new import shows.</summary>
internal sealed class PrepareImport(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, IOptions<ImportSettings> settings, IOptions<ProgrammeSettings> programme)
{
    public async Task<Result<ImportOffer>> HandleAsync(CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.RunImports, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return new ImportOffer(
            await Query(context).ToListAsync(cancellationToken), settings.Value.MaxBytes, settings.Value.MaxFiles,
            member.Value.May(Permission.ManageSources, programme.Value.OversightCountry).IsDone);
    }

    internal static IQueryable<OfferedSource> Query(DashboardContext context) => context.Sources.AsNoTracking()
        .OrderBy(source => source.Name)
        .Select(source => new OfferedSource(source.Id, source.Key, source.Name, source.Kind, source.IsComplete, source.LastAsOf, source.LocationId != null));
}

public sealed record ImportOffer(IReadOnlyList<OfferedSource> Sources, long MaxBytes, int MaxFiles, bool MayAddSource);

public sealed record OfferedSource(long Id, string Key, string Name, SourceKind Kind, bool IsComplete, DateTimeOffset? LastAsOf, bool HasLocation);
