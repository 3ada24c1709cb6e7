using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Jobs;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>
/// Runs imports one after the other, in the background, so that users can leave the page and come back. Of several web servers, the one with the
/// lease does it. What a server left unfinished is read again from the start, and a confirmed import is applied, because its transaction was never
/// committed. No import is refused because the database is away: it waits.
/// </summary>
internal sealed class ImportWorker(
    IDbContextFactory<DashboardContext> contexts, ImportRunner runner, ImportQueue queue, RunningImports running, Leases leases, ChangeNotices notices,
    TimeProvider clock, ILogger<ImportWorker> log) : PeriodicJob(Interval, clock, log)
{
    /// <summary>How often the worker looks for imports that another server received.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>How often the same import may lose to another change before it is refused: then nothing was faster, the import is impossible.</summary>
    private const int MostConflicts = 5;

    private static readonly ImportState[] Unfinished = [ImportState.Received, ImportState.Reading, ImportState.Applying];

    private readonly TimeProvider clock = clock;
    private readonly ILogger log = log;
    private (long ImportId, int Count) conflicts;

    protected override string Failure => "Imports wait, because the database does not answer.";

    /// <summary>Runs every import that is not finished and waits for no one.</summary>
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await NextAsync(cancellationToken) is not null)
            await leases.TryRunAsync(Lease.Imports, RunAllAsync, cancellationToken);
    }

    protected override Task WaitAsync(PeriodicTimer timer, CancellationToken stoppingToken) => queue.WaitAsync(Interval, stoppingToken);

    private async Task RunAllAsync(HeldLease lease, CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken) is { } importId)
            await RunAsync(importId, lease, cancellationToken);
    }

    private async Task<long?> NextAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Imports.Where(import => Unfinished.Contains(import.State)).OrderBy(import => import.Id)
            .Select(import => (long?)import.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task RunAsync(long importId, HeldLease lease, CancellationToken stoppingToken)
    {
        try
        {
            await RunStepsAsync(importId, lease, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("Import {ImportId} was interrupted because the server is shutting down. It continues after the restart, or on another server.", importId);
            throw;
        }
        catch (OperationCanceledException)
        {
            log.LogInformation("Import {ImportId} was cancelled.", importId);
        }
        catch (Exception interruption) when (IsInterruption(importId, interruption))
        {
            log.LogWarning(interruption, "Import {ImportId} was interrupted by the database. It starts again when the database answers.", importId);
            throw;
        }
        catch (DbUpdateConcurrencyException changed)
        {
            log.LogInformation(changed, "Import {ImportId} was changed by someone else while it ran.", importId);
        }
        catch (Exception bug) when (bug is not LeaseLostException) // One failed import must not end the worker, and must not appear to be running still.
        {
            log.LogError(bug, "Import {ImportId} failed.", importId);
            await runner.FailAsync(importId, "The import failed because of an error in the dashboard. Nothing was changed. The reason is in the server's log.", CancellationToken.None);
            notices.Raise(ChangeTopic.Imports);
        }
    }

    /// <summary>Whether the import can be done again. A conflict that never ends is a bug: it fails without anyone else.</summary>
    private bool IsInterruption(long importId, Exception failure)
    {
        if (failure is CommitUncertainException)
            return true; // The next run reads from the database whether it was applied.
        var trouble = DatabaseErrors.MeaningOf(failure);
        if (trouble is not DatabaseTrouble.Conflict)
            return trouble is DatabaseTrouble.Away or DatabaseTrouble.Busy;
        conflicts = (importId, conflicts.ImportId == importId ? conflicts.Count + 1 : 1);
        return conflicts.Count < MostConflicts;
    }

    private async Task RunStepsAsync(long importId, HeldLease lease, CancellationToken stoppingToken)
    {
        var import = await FindAsync(importId, stoppingToken);
        while (Unfinished.Contains(import.State))
        {
            import = await StepAsync(import, lease, stoppingToken);
            if (import.MayApplyItself)
                import = await contexts.RepeatAsync(() => ConfirmAsync(importId, stoppingToken), stoppingToken);
        }
    }

    private async Task<Import> StepAsync(Import import, HeldLease lease, CancellationToken stoppingToken)
    {
        var isApplying = import.State is ImportState.Applying;
        await TrackedAsync(
            import, (progress, stop) => isApplying ? runner.ApplyAsync(import.Id, progress, stop, lease) : runner.PreviewAsync(import.Id, progress, stop), stoppingToken);
        if (isApplying)
            notices.Raise(ChangeTopic.Sources, ChangeTopic.Evidence);
        return await FindAsync(import.Id, stoppingToken);
    }

    /// <summary>Runs one step so that its progress can be seen and the step can be cancelled, also from another server.</summary>
    private async Task TrackedAsync(Import import, Func<ImportProgress, CancellationToken, Task> step, CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var progress = new ImportProgress(import.Files.Sum(file => file.Length), clock.GetTimestamp());
        running.Add(import.Id, progress, stop);
        try
        {
            // Reading runs on its own thread, because it would block the worker for minutes.
            var run = Task.Run(() => step(progress, stop.Token), stop.Token);
            while (await Task.WhenAny(run, Task.Delay(Interval, clock, CancellationToken.None)) != run)
            {
                if (await IsCancelledAsync(import.Id))
                    await stop.CancelAsync();
            }

            await run;
        }
        finally
        {
            running.Remove(import.Id);
            notices.Raise(ChangeTopic.Imports);
        }
    }

    /// <summary>False also when the database does not answer: then the step itself ends with that.</summary>
    private async Task<bool> IsCancelledAsync(long importId)
    {
        try
        {
            return (await FindAsync(importId, CancellationToken.None)).State is ImportState.Cancelled;
        }
        catch (Exception unanswered) when (DatabaseErrors.MeaningOf(unanswered) is not DatabaseTrouble.Other)
        {
            return false;
        }
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
