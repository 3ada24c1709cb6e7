using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Ledger;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>
/// Runs imports one after the other, in the background, so that users can leave the page and come back. After a restart it continues
/// the unfinished ones: it reads again from the start, and applies confirmed imports, because their transaction was never committed.
/// </summary>
internal sealed class ImportWorker(
    IDbContextFactory<DashboardContext> contexts, ImportRunner runner, ImportQueue queue, RunningImports running, ChangeNotices notices,
    TimeProvider clock, ILogger<ImportWorker> log) : BackgroundService
{
    private static readonly ImportState[] Unfinished = [ImportState.Received, ImportState.Reading, ImportState.Applying];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var importId in await UnfinishedAsync(stoppingToken))
            queue.Add(importId);
        await foreach (var importId in queue.ReadAllAsync(stoppingToken))
            await RunAsync(importId, stoppingToken);
    }

    private async Task RunAsync(long importId, CancellationToken stoppingToken)
    {
        try
        {
            await RunStepsAsync(importId, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("Import {ImportId} was interrupted because the server is shutting down. It continues after the restart.", importId);
        }
        catch (OperationCanceledException)
        {
            log.LogInformation("Import {ImportId} was cancelled.", importId);
        }
        catch (Exception bug) // One failed import must not end the worker, and must not appear to be running still.
        {
            log.LogError(bug, "Import {ImportId} failed.", importId);
            await runner.FailAsync(importId, "The import failed because of an error in the dashboard. Nothing was changed. The reason is in the server's log.", CancellationToken.None);
            notices.Raise(ChangeTopic.Imports);
        }
    }

    private async Task RunStepsAsync(long importId, CancellationToken stoppingToken)
    {
        var import = await FindAsync(importId, stoppingToken);
        while (import.State is ImportState.Received or ImportState.Reading or ImportState.Applying)
        {
            import = await StepAsync(import, stoppingToken);
            if (import.MayApplyItself)
                import = await ConfirmAsync(importId, stoppingToken);
        }
    }

    private async Task<Import> StepAsync(Import import, CancellationToken stoppingToken)
    {
        var isApplying = import.State is ImportState.Applying;
        await TrackedAsync(import, isApplying ? runner.ApplyAsync : runner.PreviewAsync, stoppingToken);
        if (isApplying)
            notices.Raise(ChangeTopic.Sources, ChangeTopic.Evidence);
        return await FindAsync(import.Id, stoppingToken);
    }

    /// <summary>Runs one step so that its progress can be seen and the step can be cancelled.</summary>
    private async Task TrackedAsync(Import import, Func<long, ImportProgress, CancellationToken, Task> step, CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var progress = new ImportProgress(import.Files.Sum(file => file.Length), clock.GetTimestamp());
        running.Add(import.Id, progress, stop);
        try
        {
            // Reading runs on its own thread, because it would block the queue for minutes.
            await Task.Run(() => step(import.Id, progress, stop.Token), stop.Token);
        }
        finally
        {
            running.Remove(import.Id);
            notices.Raise(ChangeTopic.Imports);
        }
    }

    private async Task<List<long>> UnfinishedAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Imports.Where(import => Unfinished.Contains(import.State)).OrderBy(import => import.Id)
            .Select(import => import.Id).ToListAsync(cancellationToken);
    }

    private async Task<Import> FindAsync(long importId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Imports.AsNoTracking().SingleAsync(import => import.Id == importId, cancellationToken);
    }

    private async Task<Import> ConfirmAsync(long importId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(LedgerActors.Dashboard, clock, cancellationToken);
        var import = await context.Imports.SingleAsync(import => import.Id == importId, cancellationToken);
        if (import.Confirm().Refusal is not null)
            return import; // Someone decided before.
        var source = await context.Sources.AsNoTracking().SingleAsync(source => source.Id == import.SourceId, cancellationToken);
        await change.CommitAsync(ImportEntries.Confirmed(import, source), cancellationToken);
        return import;
    }
}
