using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Ledger;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>
/// Runs imports one after the other, in the background, so that a person can leave and come back. After a restart it takes up what was
/// under way: reading begins anew, and an import that was confirmed is applied, because its transaction either is or is not there.
/// </summary>
internal sealed class ImportWorker(
    IDbContextFactory<DashboardContext> contexts, ImportRunner runner, ImportQueue queue, RunningImports running, ChangeNotices notices,
    TimeProvider clock, ILogger<ImportWorker> log) : BackgroundService
{
    private static readonly ImportState[] UnderWay = [ImportState.Received, ImportState.Reading, ImportState.Applying];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var importId in await UnderWayAsync(stoppingToken))
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
            log.LogInformation("Import {ImportId} was interrupted by the server's shutdown and will be taken up again.", importId);
        }
        catch (OperationCanceledException)
        {
            log.LogInformation("Import {ImportId} was cancelled.", importId);
        }
        catch (Exception bug) // The edge: one broken import must not end the worker, and must not look as if it were still running.
        {
            log.LogError(bug, "Import {ImportId} failed.", importId);
            await runner.FailAsync(importId, "The import failed inside the dashboard; nothing was changed. The server's log says why.", CancellationToken.None);
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
        await FollowedAsync(import, isApplying ? runner.ApplyAsync : runner.PreviewAsync, stoppingToken);
        if (isApplying)
            notices.Raise(ChangeTopic.Sources, ChangeTopic.Evidence);
        return await FindAsync(import.Id, stoppingToken);
    }

    /// <summary>Runs one step with its progress visible and its cancellation within reach.</summary>
    private async Task FollowedAsync(Import import, Func<long, ImportProgress, CancellationToken, Task> step, CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var progress = new ImportProgress(import.Files.Sum(file => file.Length), clock.GetTimestamp());
        running.Add(import.Id, progress, stop);
        try
        {
            // Reading is work for a thread of its own: it would block the queue's continuation for minutes.
            await Task.Run(() => step(import.Id, progress, stop.Token), stop.Token);
        }
        finally
        {
            running.Remove(import.Id);
            notices.Raise(ChangeTopic.Imports);
        }
    }

    private async Task<List<long>> UnderWayAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Imports.Where(import => UnderWay.Contains(import.State)).OrderBy(import => import.Id)
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
            return import; // A person was faster.
        var source = await context.Sources.AsNoTracking().SingleAsync(source => source.Id == import.SourceId, cancellationToken);
        await change.CommitAsync(ImportEntries.Confirmed(import, source), cancellationToken);
        return import;
    }
}
