using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Startup;

/// <summary>
/// Begins each day (UTC): boundary rules come into force and end by date, so every dataset's standing is derived anew, and the day gets
/// its figures even when nothing is imported. A day on which the server was off gets none; nothing is made up afterwards.
/// </summary>
internal sealed class Nightly(IDbContextFactory<DashboardContext> contexts, TimeProvider clock, ILogger<Nightly> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private DateOnly lastRun;

    /// <summary>Derives everything anew, once a day and after each start. Says whether it did.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (lastRun == today)
            return false;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(LedgerActors.Dashboard, clock, cancellationToken);
        var moves = await Standings.RecalculateAllAsync(context, now, cancellationToken);
        var figures = await context.DailyFigures.Where(figure => figure.Day == today && figure.WaveId == null)
            .OrderBy(figure => figure.Id).FirstAsync(cancellationToken);
        await change.CommitAsync(FiguresDerived.Of(figures, moves), cancellationToken);
        lastRun = today;
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                if (await RunAsync(stoppingToken))
                    log.LogInformation("The day began: standings derived anew, figures written.");
            }
            catch (Exception failure) when (failure is not OperationCanceledException) // The edge: tomorrow, or in five minutes, it is tried again.
            {
                log.LogError(failure, "The day's figures could not be written.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
