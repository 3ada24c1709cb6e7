using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Ledger;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>One file on its way in. Its content is read once, before the next file is asked for.</summary>
internal sealed record IncomingFile(string Name, Stream Content);

/// <param name="AsOf">The moment that the files describe; null when whoever brings them did not say.</param>
/// <param name="By">Who brings them; null when they were left in the inbox, to be imported without anybody at the screen.</param>
internal sealed record IncomingImport(Source Source, bool IsComplete, DateTimeOffset? AsOf, Member? By);

/// <summary>Takes files in, from a browser or the inbox: stores them, makes the import and queues it. All of it, or no trace.</summary>
internal sealed class ImportIntake(
    IDbContextFactory<DashboardContext> contexts, ImportStore store, ImportQueue queue, ChangeNotices notices,
    IOptions<ImportSettings> settings, TimeProvider clock)
{
    /// <returns>The import's id.</returns>
    public async Task<Result<long>> ReceiveAsync(
        IncomingImport incoming, IAsyncEnumerable<IncomingFile> files, CancellationToken cancellationToken)
    {
        var folder = store.NewFolder();
        var isKept = false;
        try
        {
            var stored = new List<ImportedFile>();
            if (await StoreAsync(folder, files, stored, cancellationToken) is { } refusal)
                return refusal;
            var id = await SaveAsync(incoming, folder, stored, cancellationToken);
            isKept = true;
            queue.Add(id);
            notices.Raise(ChangeTopic.Imports);
            return id;
        }
        finally
        {
            if (!isKept)
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
                return new FileCameTwice(ImportStore.NameFor(file.Name));
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

        return stored.Count == 0 ? new NoFileCame() : null;
    }

    private async Task<long> SaveAsync(
        IncomingImport incoming, string folder, List<ImportedFile> files, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var import = Import.Receive(
            incoming.Source, files, ImportStore.HashOf(files), folder, incoming.IsComplete, incoming.AsOf ?? now,
            incoming.By?.Name ?? "Inbox", incoming.By is null, now);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = incoming.By is { } member ? LedgerActors.Of(member) : LedgerActors.Dashboard;
        await using var change = await context.BeginChangeAsync(actor, clock, cancellationToken);
        context.Imports.Add(import);
        await context.SaveChangesAsync(cancellationToken);
        await change.CommitAsync(ImportEntries.Received(import, incoming.Source), cancellationToken);
        return import.Id;
    }
}
