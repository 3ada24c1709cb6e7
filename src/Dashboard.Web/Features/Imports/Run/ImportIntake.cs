using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>An incoming file. Its content is read once, before the next file is requested.</summary>
internal sealed record IncomingFile(string Name, Stream Content);

/// <param name="AsOf">The time that the files describe; null if not given.</param>
/// <param name="By">The member who sent the files; null if they came through the inbox or with a source's token.</param>
/// <param name="Pushed">Set if the source pushed the files with its own token.</param>
internal sealed record IncomingImport(Source Source, bool IsComplete, DateTimeOffset? AsOf, Member? By, PushedImport? Pushed = null);

/// <param name="TokenName">The name of the token.</param>
internal sealed record PushedImport(string TokenName, ImportOrigin Origin);

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
            Result<long>? earlier = null;
            // Two requests with one key meet the unique key; the later one is repeated and then finds the earlier import.
            var id = await contexts.RepeatAsync(
                async () => (earlier = await EarlierAsync(incoming, stored, cancellationToken)) is null ? await SaveAsync(incoming, folder, stored, cancellationToken) : 0,
                cancellationToken);
            if (earlier is { } known)
                return known;
            isReceived = true;
            queue.Wake();
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

    /// <summary>The import that already has the sender's key, or null if there is none.</summary>
    private async Task<Result<long>?> EarlierAsync(IncomingImport incoming, List<ImportedFile> files, CancellationToken cancellationToken)
    {
        if (incoming.Pushed?.Origin.IdempotencyKey is not { } key)
            return null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var earlier = await context.Imports.AsNoTracking()
            .SingleOrDefaultAsync(import => import.SourceId == incoming.Source.Id && import.IdempotencyKey == key, cancellationToken);
        return earlier is null ? null
            : earlier.Sha256 == ImportStore.HashOf(files) ? earlier.Id
            : new IdempotencyKeyReused(earlier.Id);
    }

    private async Task<long> SaveAsync(
        IncomingImport incoming, string folder, List<ImportedFile> files, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var import = Import.Receive(
            incoming.Source, files, ImportStore.HashOf(files), folder, incoming.IsComplete, incoming.AsOf ?? now,
            incoming.By?.Name ?? incoming.Pushed?.TokenName ?? "Inbox", incoming.By is null, now,
            incoming.By is { } by ? new(by) : incoming.Pushed?.Origin);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = incoming.By is { } member ? LedgerActors.Of(member)
            : incoming.Pushed is { Origin.TokenId: { } token } pushed ? LedgerActors.OfSource(token, pushed.TokenName)
            : LedgerActors.Dashboard;
        await using var change = await context.BeginChangeAsync(actor, clock, cancellationToken);
        context.Imports.Add(import);
        await context.SaveChangesAsync(cancellationToken);
        await change.CommitAsync(ImportEntries.Received(import, incoming.Source), cancellationToken);
        return import.Id;
    }
}
