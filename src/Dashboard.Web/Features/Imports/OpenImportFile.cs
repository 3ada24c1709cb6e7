using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Web.Features.Imports.Pipeline;
using Dashboard.Web.Security;
using Dashboard.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Imports;

/// <param name="Number">Position in the import's list of files, from 1.</param>
internal sealed record OpenImportFileRequest(long ImportId, int Number);

/// <summary>A file of an import, exactly as it arrived.</summary>
internal sealed class OpenImportFile(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, ImportStore store, IOptions<ProgrammeSettings> programme)
{
    public async Task<Result<ArrivedFile>> HandleAsync(OpenImportFileRequest request, CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ExportRows, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;
        if (member.Value.SystemsSeen(Permission.ExportRows, programme.Value.OversightCountry) is not null)
            return new WholeFileHidden();

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var import = await context.Imports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == request.ImportId, cancellationToken);
        if (import?.Files.ElementAtOrDefault(request.Number - 1) is not { } file)
            return new ImportNotFound();
        try
        {
            return new ArrivedFile(file.Name, store.OpenFile(import, file));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return new StoredFileGone(file.Name);
        }
    }
}

/// <param name="Content">The receiver disposes it.</param>
internal sealed record ArrivedFile(string Name, Stream Content);
