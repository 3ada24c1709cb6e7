using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Imports.List;

/// <param name="OlderThan">ID of the last row of the previous page; null for the newest imports.</param>
/// <param name="NewerThan">ID of the first row of the next page, when going back.</param>
internal sealed record ListImportsRequest(
    long? SourceId = null, ImportState? State = null, long? OlderThan = null, long? NewerThan = null, SourceKind? Kind = null,
    DateTimeOffset? FinishedSince = null);

/// <summary>A page of imports, newest first.</summary>
internal sealed class ListImports(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, IOptions<ProgrammeSettings> programme)
{
    public const int PageSize = 50;

    /// <summary>Above this the page shows “10,000+”, because an exact count would take too long.</summary>
    public const int CountLimit = 10_000;

    public async Task<Result<ImportsAnswer>> HandleAsync(ListImportsRequest request, CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ViewImports, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var filtered = Filtered(context, request);
        var rows = await Page(context, filtered, request).ToListAsync(cancellationToken);
        var isMore = rows.Count > PageSize;
        if (isMore)
            rows.RemoveAt(PageSize);
        var isBack = request.NewerThan is not null;
        if (isBack)
            rows.Reverse();
        return new ImportsAnswer(
            rows,
            await filtered.OrderBy(import => import.Id).Take(CountLimit).CountAsync(cancellationToken),
            HasNewer: rows.Count > 0 && (isBack ? isMore : request.OlderThan is not null),
            HasOlder: rows.Count > 0 && (isBack || isMore),
            await context.Sources.OrderBy(source => source.Name).Select(source => new SourceChoice(source.Id, source.Name)).ToListAsync(cancellationToken),
            member.Value.May(Permission.RunImports, programme.Value.OversightCountry).IsDone);
    }

    internal static IQueryable<Import> Filtered(DashboardContext context, ListImportsRequest request)
    {
        var imports = context.Imports.AsNoTracking();
        if (request.SourceId is { } source)
            imports = imports.Where(import => import.SourceId == source);
        if (request.State is { } state)
            imports = imports.Where(import => import.State == state);
        if (request.Kind is { } kind)
            imports = imports.Where(import => context.Sources.Any(source => source.Id == import.SourceId && source.Kind == kind));
        if (request.FinishedSince is { } since)
            imports = imports.Where(import => import.FinishedAt >= since);
        return imports;
    }

    internal static IQueryable<ImportRow> Page(DashboardContext context, IQueryable<Import> filtered, ListImportsRequest request)
    {
        var page = request switch
        {
            { NewerThan: { } newer } => filtered.Where(import => import.Id > newer).OrderBy(import => import.Id),
            { OlderThan: { } older } => filtered.Where(import => import.Id < older).OrderByDescending(import => import.Id),
            _ => filtered.OrderByDescending(import => import.Id),
        };
        return page.Take(PageSize + 1).Select(import => new ImportRow(
            import.Id,
            import.SourceId,
            context.Sources.Where(source => source.Id == import.SourceId).Select(source => source.Name).First(),
            import.State,
            import.Format,
            import.IsComplete,
            import.StartedBy,
            import.IsUnattended,
            import.ReceivedAt,
            import.AsOf,
            import.FinishedAt,
            import.WorkTime,
            import.Counts));
    }
}

/// <param name="Count">Exact below <see cref="ListImports.CountLimit"/>.</param>
public sealed record ImportsAnswer(
    IReadOnlyList<ImportRow> Rows, int Count, bool HasNewer, bool HasOlder, IReadOnlyList<SourceChoice> Sources, bool MayRun);

public sealed record ImportRow(
    long Id, long SourceId, string Source, ImportState State, string? Format, bool IsComplete, string StartedBy, bool IsUnattended,
    DateTimeOffset ReceivedAt, DateTimeOffset AsOf, DateTimeOffset? FinishedAt, TimeSpan WorkTime, ImportCounts Counts);

public sealed record SourceChoice(long Id, string Name);
