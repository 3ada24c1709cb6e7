using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Imports.Run;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Imports.Review;

/// <param name="Number">Position in the import's list of files, from 1.</param>
internal sealed record OpenImportFileRequest(long ImportId, int Number);

/// <summary>A file of an import, exactly as received. It is opened for the reader after the ledger has recorded the export.</summary>
internal sealed class OpenImportFile(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, ImportStore store, IOptions<ProgrammeSettings> programme,
    TimeProvider clock)
{
    public async Task<Result<ReceivedFile>> HandleAsync(OpenImportFileRequest request, CancellationToken cancellationToken)
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
        if (OpenStored(import, file) is not { } content)
            return new StoredFileMissing(file.Name);
        try
        {
            await context.RecordAsync(member.Value, Exported(import, file).ToDraft(), clock, cancellationToken);
            return new ReceivedFile(file.Name, content);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    private static RowsExported Exported(Import import, ImportedFile file) => new(
        LedgerSubjects.Of(import), $"the file {file.Name} of import {import.Id}", "the original file",
        import.Files.Count == 1 && import.Counts.Rows > 0 ? import.Counts.Rows : null)
    {
        File = new() { ["name"] = file.Name, ["bytes"] = LedgerDetails.Number(file.Length), ["sha256"] = file.Sha256 },
        Related = [LedgerSubjects.OfSource(import.SourceId)],
    };

    private Stream? OpenStored(Import import, ImportedFile file)
    {
        try
        {
            return store.OpenFile(import, file);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}

/// <param name="Content">The caller disposes of it.</param>
internal sealed record ReceivedFile(string Name, Stream Content);
