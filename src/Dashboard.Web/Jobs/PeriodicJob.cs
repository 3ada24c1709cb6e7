namespace Dashboard.Web.Jobs;

/// <summary>Work that is repeated for as long as the server runs. A failure is logged, and the next turn tries again.</summary>
internal abstract class PeriodicJob(TimeSpan interval, TimeProvider clock, ILogger log) : BackgroundService
{
    /// <summary>What the log says when a turn failed.</summary>
    protected abstract string Failure { get; }

    /// <summary>One turn.</summary>
    public abstract Task RunAsync(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The start does not wait for the first turn.
        using var timer = new PeriodicTimer(interval, clock);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested) // The edge: the next turn tries again.
            {
                log.LogError(failure, "{Failure}", Failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
