using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Web.Features.Imports.Run;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Imports.Upload;

/// <param name="AsOf">The time that the files describe; null for the current time, unless the files include a time.</param>
internal sealed record ReceiveImportRequest(long SourceId, bool IsComplete, DateTimeOffset? AsOf);

/// <summary>Receives files from a member. Checks the permission before it reads any of them.</summary>
internal sealed class ReceiveImport(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, ImportIntake intake, TimeProvider clock)
{
    /// <returns>The import's id.</returns>
    public async Task<Result<long>> HandleAsync(
        ReceiveImportRequest request, IAsyncEnumerable<IncomingFile> files, CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.RunImports, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;
        if (request.AsOf is { } asOf && asOf > clock.GetUtcNow())
            return new AsOfInFuture(asOf);
        if (await FindAsync(request.SourceId, cancellationToken) is not { } source)
            return new SourceNotFound();
        return await intake.ReceiveAsync(
            new(source, request.IsComplete, request.AsOf?.ToUniversalTime(), member.Value), files, cancellationToken);
    }

    private async Task<Source?> FindAsync(long sourceId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Sources.AsNoTracking().SingleOrDefaultAsync(source => source.Id == sourceId, cancellationToken);
    }
}
