using System.Data;
using System.Data.Common;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Ledger;
using Dashboard.Formats;
using Dashboard.Web.Databases;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>Runs one import: reads it for the preview or applies it in one transaction.</summary>
internal sealed class ImportRunner(
    IDbContextFactory<DashboardContext> contexts, IStaging staging, ImportStore store, TimeProvider clock)
{
    private const int RejectionBatch = 2000;

    // No programme of this kind is older. An earlier time is a wrong unit or an empty clock.
    private static readonly DateTimeOffset Earliest = new(2006, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads the import and counts what it would change. Writes only the import itself and its rejected rows.</summary>
    public async Task PreviewAsync(long importId, ImportProgress progress, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var import = await ChangeAsync(importId, import => import.BeginReading(), cancellationToken);
        await using var context = (await contexts.CreateDbContextAsync(cancellationToken)).WithoutTimeLimit();
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var staged = new Staged(staging, context.Database.GetDbConnection());
        var source = await context.Sources.AsNoTracking().SingleAsync(s => s.Id == import.SourceId, cancellationToken);
        var (target, refusal) = await ReadAsync(context, import, source, progress, cancellationToken);
        if (refusal is not null)
        {
            await RefuseAsync(importId, refusal, target?.Tally, cancellationToken);
            return;
        }

        progress.Phase = ImportPhase.Comparing;
        var counts = await target!.CompareAsync(cancellationToken);
        await SaveRejectionsAsync(context, importId, target.Tally, cancellationToken);
        await ChangeAsync(
            importId,
            read =>
            {
                read.Understand(target.Reading);
                read.Preview(counts, target.Tally.Sample, target.Tally.Notes, clock.GetElapsedTime(started), source.LastImportId);
            },
            cancellationToken);
    }

    /// <summary>
    /// Reads the confirmed import again and applies all of it or nothing. If another import of its source was applied after the
    /// preview, it is compared again instead, because no one has confirmed what it would change now.
    /// </summary>
    /// <param name="lease">The right to run imports, checked again when this one is committed; null if there is only one server, as in a test.</param>
    public async Task ApplyAsync(long importId, ImportProgress progress, CancellationToken cancellationToken, HeldLease? lease = null)
    {
        try
        {
            await ApplyAsync(importId, progress, lease, takesTurnFirst: false, cancellationToken);
        }
        catch (Exception faster) when (faster is ComparisonOutdatedException || DatabaseErrors.MeaningOf(faster) is DatabaseTrouble.Conflict)
        {
            // Once more, and now no one can decide between comparing and writing, and no one can be part of a deadlock.
            await ApplyAsync(importId, progress, lease, takesTurnFirst: true, cancellationToken);
        }
    }

    private async Task ApplyAsync(
        long importId, ImportProgress progress, HeldLease? lease, bool takesTurnFirst, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        await using var context = (await contexts.CreateDbContextAsync(cancellationToken)).WithoutTimeLimit();
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var staged = new Staged(staging, context.Database.GetDbConnection());
        var confirmed = await context.Imports.AsNoTracking().SingleAsync(i => i.Id == importId, cancellationToken);
        var readFrom = await context.Sources.AsNoTracking().SingleAsync(s => s.Id == confirmed.SourceId, cancellationToken);
        var (target, refusal) = await ReadAsync(context, confirmed, readFrom, progress, cancellationToken);
        if (refusal is not null)
        {
            await RefuseAsync(importId, refusal, target?.Tally, cancellationToken);
            return;
        }

        progress.Phase = ImportPhase.Comparing;
        takesTurnFirst |= !target!.IsLong;
        var counts = takesTurnFirst ? null : await target.CompareAsync(cancellationToken);
        await using var change = await context.BeginLongChangeAsync(LedgerActors.Dashboard, clock, cancellationToken);
        if (takesTurnFirst)
        {
            await change.TakeTurnAsync(cancellationToken);
            counts = await target.CompareAsync(cancellationToken);
        }

        progress.Phase = ImportPhase.Applying;
        if (await NoLongerAsync(context, importId, cancellationToken) is { } early)
        {
            await EndAsync(change, early, cancellationToken);
            return;
        }

        var outcome = await target.ApplyAsync(confirmed, change, clock, cancellationToken);
        // In its turn now, so this is what the commit finds.
        if (await NoLongerAsync(context, importId, cancellationToken) is { } late)
        {
            await EndAsync(change, late, cancellationToken);
            return;
        }

        if (lease is not null)
            await lease.KeepAsync(context, cancellationToken);
        var import = await context.Imports.SingleAsync(i => i.Id == importId, cancellationToken);
        var source = await context.Sources.SingleAsync(s => s.Id == import.SourceId, cancellationToken);
        import.Understand(target.Reading);
        import.Apply(counts!, clock.GetUtcNow(), clock.GetElapsedTime(started));
        source.Reported(import, outcome.Size);
        await change.CommitAsync([ImportEntries.Applied(import, source, outcome), .. outcome.BatchEntries], cancellationToken);
    }

    /// <returns>The import if it must not be applied any more: someone finished it, or another import of its source was applied after its preview.</returns>
    private static async Task<Import?> NoLongerAsync(DashboardContext context, long importId, CancellationToken cancellationToken)
    {
        var import = await context.Imports.AsNoTracking().SingleAsync(i => i.Id == importId, cancellationToken);
        var source = await context.Sources.AsNoTracking().SingleAsync(s => s.Id == import.SourceId, cancellationToken);
        return import.State is not ImportState.Applying || import.IsOvertaken(source) ? import : null;
    }

    /// <summary>Rolls back. An overtaken import is compared again.</summary>
    private async Task EndAsync(LedgerTransaction change, Import import, CancellationToken cancellationToken)
    {
        await change.DisposeAsync();
        if (import.State is ImportState.Applying)
            await ChangeAsync(import.Id, overtaken => overtaken.CompareAgain(), cancellationToken);
    }

    /// <summary>Ends an import that failed unexpectedly, so that it does not stay unfinished.</summary>
    public Task FailAsync(long importId, string reason, CancellationToken cancellationToken) =>
        contexts.RepeatAsync(() => MarkRefusedAsync(importId, reason, import => import.Counts, cancellationToken), cancellationToken);

    private async Task<(IImportTarget? Target, Refusal? Refusal)> ReadAsync(
        DashboardContext context, Import import, Source source, ImportProgress progress, CancellationToken cancellationToken)
    {
        progress.Phase = ImportPhase.Reading;
        IImportTarget? target = null;
        try
        {
            var files = Recognize(import, progress);
            var format = ImportFormats.NameOf(files.Format);
            if (WrongFormat(source, files.Format) is { } wrong)
                return (null, wrong);
            import = await RecognizedAsync(import.Id, format, files, cancellationToken);
            if (TooOldOrFuture(source, import) is { } wrongTime)
                return (null, wrongTime);
            target = await OpenAsync(context, source, import, progress, cancellationToken);
            await target.ReadAsync(files, cancellationToken);
            return (target, StatedDiffers(import, target.Tally) ?? TooFewRows(source, import, target.Tally));
        }
        catch (UnreadableFileException unreadable)
        {
            return (target, new UnreadableFile(unreadable.Message));
        }
    }

    private ImportFiles Recognize(Import import, ImportProgress progress)
    {
        var options = new ReaderOptions(clock.GetUtcNow());
        var opened = store.Open(import, progress);
        return new(FormatDetector.Detect(opened, options), opened, options);
    }

    private async Task<IImportTarget> OpenAsync(
        DashboardContext context, Source source, Import import, ImportProgress progress, CancellationToken cancellationToken) => source.Kind switch
        {
            SourceKind.Traffic => await TrafficImport.OpenAsync(context, import, progress, cancellationToken),
            SourceKind.Register => await RegisterImport.OpenAsync(context, progress, cancellationToken),
            _ => await InventoryImport.OpenAsync(context, staging, source, import, progress, clock.GetUtcNow(), cancellationToken),
        };

    private static Refusal? WrongFormat(Source source, FileFormat format) =>
        ImportFormats.KindOf(format) != source.Kind ? new WrongKindOfFile(ImportFormats.NameOf(format), source.Kind)
        : ImportFormats.NeedsLocation(format) && source.LocationId is null ? new SourceNeedsLocation(ImportFormats.NameOf(format))
        : null;

    private Refusal? TooOldOrFuture(Source source, Import import) =>
        import.AsOf > clock.GetUtcNow() + TimeSpan.FromMinutes(5) ? new AsOfInFuture(import.AsOf)
        : import.AsOf < Earliest ? new AsOfTooEarly(import.AsOf)
        : source.Kind is not SourceKind.Traffic && import.AsOf < source.LastAsOf ? new OlderThanKnown(import.AsOf, source.LastAsOf.Value)
        : null;

    /// <summary>What the sender stated about the files must be so.</summary>
    private static Refusal? StatedDiffers(Import import, ImportTally tally) =>
        import.StatedRows is { } rows && rows != tally.Rows ? new StatedRowsDiffer(rows, tally.Rows)
        : import.StatedSha256 is { } hash && hash != import.Sha256 ? new StatedHashDiffers(hash, import.Sha256)
        : null;

    /// <summary>Accepts an empty file only as a complete inventory: the source then has nothing left.</summary>
    private static Refusal? TooFewRows(Source source, Import import, ImportTally tally) =>
        tally.Counts.RejectedPercent > source.MaxRejectedPercent ? new TooManyRejected(tally.Rejected, tally.Rows, source.MaxRejectedPercent)
        : tally.Rows == 0 && !(import.IsComplete && source.Kind is SourceKind.Inventory) ? new NothingToImport(import.Format!)
        : null;

    private Task<Import> RecognizedAsync(long importId, string format, ImportFiles files, CancellationToken cancellationToken) =>
        ChangeAsync(importId, import => import.Recognize(format, files.Format is FileFormat.S3Inventory ? S3Inventory.Open(files.All, files.Options).AsOf : null), cancellationToken);

    private async Task RefuseAsync(long importId, Refusal refusal, ImportTally? tally, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (tally is not null)
            await SaveRejectionsAsync(context, importId, tally, cancellationToken);
        await contexts.RepeatAsync(
            () => MarkRefusedAsync(importId, refusal.Message, _ => tally?.Counts ?? ImportCounts.Zero, cancellationToken), cancellationToken);
    }

    /// <summary>Replaces the saved rejections. An interrupted read may have left some.</summary>
    private static async Task SaveRejectionsAsync(DashboardContext context, long importId, ImportTally tally, CancellationToken cancellationToken)
    {
        await context.ImportRejections.Where(rejection => rejection.ImportId == importId).ExecuteDeleteAsync(cancellationToken);
        foreach (var batch in tally.Rejections.Chunk(RejectionBatch))
        {
            context.ImportRejections.AddRange(batch.Select(rejection =>
                new ImportRejection(importId, rejection.File, rejection.Line, rejection.Column, rejection.Value, rejection.Reason)));
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }
    }

    /// <summary>Refuses the import, unless someone has cancelled it in the meantime.</summary>
    /// <returns>Whether it was refused.</returns>
    private async Task<bool> MarkRefusedAsync(long importId, string reason, Func<Import, ImportCounts> counts, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(LedgerActors.Dashboard, clock, cancellationToken);
        var import = await context.Imports.SingleAsync(i => i.Id == importId, cancellationToken);
        if (import.IsFinished)
            return false;
        import.Refuse(reason, counts(import), clock.GetUtcNow());
        var source = await context.Sources.AsNoTracking().SingleAsync(s => s.Id == import.SourceId, cancellationToken);
        await change.CommitAsync(ImportEntries.Refused(import, source), cancellationToken);
        return true;
    }

    /// <summary>Changes the import, unless someone has cancelled it in the meantime.</summary>
    private async Task<Import> ChangeAsync(long importId, Action<Import> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var import = await context.Imports.SingleAsync(i => i.Id == importId, cancellationToken);
        if (import.IsFinished)
            return import;
        change(import);
        await context.SaveChangesAsync(cancellationToken);
        return import;
    }

    /// <summary>Clears the staging tables of an import's connection at the end.</summary>
    private sealed record Staged(IStaging Staging, DbConnection Connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (Connection.State is ConnectionState.Open)
                await Staging.ClearAsync(Connection);
        }
    }
}
