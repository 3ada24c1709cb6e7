using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Ledger;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>An incoming file. Its content is read once, before the next file is requested.</summary>
internal sealed record IncomingFile(string Name, Stream Content);

/// <param name="AsOf">The time that the files describe; null if not given.</param>
/// <param name="By">Who sent the files; null if they came through the inbox.</param>
internal sealed record IncomingImport(Source Source, bool IsComplete, DateTimeOffset? AsOf, Member? By);

/// <summary>Receives files from a browser or the inbox: stores them, creates the import and queues it. On failure, nothing remains.</summary>
internal sealed class ImportIntake(
    IDbContextFactory<DashboardContext> contexts, ImportStore store, ImportQueue queue, ChangeNotices notices,
    IOptions<ImportSettings> settings, TimeProvider clock)
{
    /// <returns>The import's id.</returns>
    public async Task<Result<long>> ReceiveAsync(
        IncomingImport incoming, IAsyncEnumerable<IncomingFile> files, CancellationToken cancellationToken)
    {
        var folder = store.NewFolder();
        var isReceived = false;
        try
        {
            var stored = new List<ImportedFile>();
            if (await StoreAsync(folder, files, stored, cancellationToken) is { } refusal)
                return refusal;
            var id = await SaveAsync(incoming, folder, stored, cancellationToken);
            isReceived = true;
            queue.Add(id);
            notices.Raise(ChangeTopic.Imports);
            return id;
        }
        finally
        {
            if (!isReceived)
                store.Discard(folder);
        }
    }

    private async Task<Refusal?> StoreAsync(
        string folder, IAsyncEnumerable<IncomingFile> files, List<ImportedFile> stored, CancellationToken cancellationToken)
    {
        var limits = settings.Value;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var left = limits.MaxBytes;
        await foreach (var file in files.WithCancellation(cancellationToken))
        {
            if (stored.Count == limits.MaxFiles)
                return new TooManyFiles(limits.MaxFiles);
            if (!names.Add(ImportStore.NameFor(file.Name)))
                return new DuplicateFileName(ImportStore.NameFor(file.Name));
            try
            {
                stored.Add(await store.AddAsync(folder, file.Name, file.Content, left, cancellationToken));
            }
            catch (InvalidDataException)
            {
                return new ImportTooLarge(limits.MaxBytes);
            }

            left -= stored[^1].Length;
        }

        return stored.Count == 0 ? new NoFileReceived() : null;
    }

    private async Task<long> SaveAsync(
        IncomingImport incoming, string folder, List<ImportedFile> files, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var import = Import.Receive(
            incoming.Source, files, ImportStore.HashOf(files), folder, incoming.IsComplete, incoming.AsOf ?? now,
            incoming.By?.Name ?? "Inbox", incoming.By is null, now, incoming.By is { } by ? new(by) : null);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = incoming.By is { } member ? LedgerActors.Of(member) : LedgerActors.Dashboard;
        await using var change = await context.BeginChangeAsync(actor, clock, cancellationToken);
        context.Imports.Add(import);
        await context.SaveChangesAsync(cancellationToken);
        await change.CommitAsync(ImportEntries.Received(import, incoming.Source), cancellationToken);
        return import.Id;
    }
}
