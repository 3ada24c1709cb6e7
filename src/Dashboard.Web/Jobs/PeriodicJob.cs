using Dashboard.Web.Databases;

namespace Dashboard.Web.Jobs;

/// <summary>
/// Work that is repeated while the server runs. A failure is logged, and the next run tries again. Of failures in a row, at most one a minute
/// is logged. A database that is away or busy ends no job.
/// </summary>
internal abstract class PeriodicJob(TimeSpan interval, TimeProvider clock, ILogger log) : BackgroundService
{
    private static readonly TimeSpan LogPause = TimeSpan.FromMinutes(1);

    /// <summary>The log message when a run fails.</summary>
    protected abstract string Failure { get; }

    /// <summary>One run.</summary>
    public abstract Task RunAsync(CancellationToken cancellationToken);

    /// <summary>Waits for the next run.</summary>
    protected virtual async Task WaitAsync(PeriodicTimer timer, CancellationToken stoppingToken) => await timer.WaitForNextTickAsync(stoppingToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // Startup does not wait for the first run.
        using var timer = new PeriodicTimer(interval, clock);
        var logged = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested) // The outermost handler: the next run tries again.
            {
                if (failure is not LeaseLostException && clock.GetUtcNow() - logged >= LogPause)
                {
                    log.LogError(failure, "{Failure}", Failure);
                    logged = clock.GetUtcNow();
                }
            }

            await WaitAsync(timer, stoppingToken);
        }
    }
}
