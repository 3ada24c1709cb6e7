namespace Dashboard.Web.Features.Ledger.Keeping;

/// <summary>Work that the ledger needs again and again. A failure is logged, and tried again at the next turn.</summary>
internal abstract class PeriodicWork(TimeSpan interval, TimeProvider clock, ILogger log) : BackgroundService
{
    /// <summary>What the log says when it failed.</summary>
    protected abstract string Failure { get; }

    protected abstract Task WorkAsync(CancellationToken stoppingToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, clock);
        do
        {
            try
            {
                await WorkAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException) // The edge: the next turn tries again.
            {
                log.LogError(failure, "{Failure}", Failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
