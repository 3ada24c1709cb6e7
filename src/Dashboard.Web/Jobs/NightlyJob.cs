using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Jobs;

/// <summary>
/// Starts each day (UTC). Boundary rules take effect and end by date, so every dataset's status is recalculated, and the day gets its
/// figures even if nothing is imported. A day on which the server was off gets none: figures are never added later.
/// </summary>
internal sealed class NightlyJob(IDbContextFactory<DashboardContext> contexts, TimeProvider clock, ILogger<NightlyJob> log)
    : PeriodicJob(TimeSpan.FromMinutes(5), clock, log)
{
    private readonly TimeProvider clock = clock;
    private readonly ILogger log = log;
    private DateOnly lastRun;

    protected override string Failure => "The day's figures could not be written.";

    /// <summary>Recalculates everything once a day and after each start.</summary>
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (lastRun == today)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(LedgerActors.Dashboard, clock, cancellationToken);
        var moves = await DatasetStatuses.RecalculateAllAsync(context, now, cancellationToken);
        var figures = await context.DailyFigures.Where(figure => figure.Day == today && figure.WaveId == null)
            .OrderBy(figure => figure.Id).FirstAsync(cancellationToken);
        await change.CommitAsync(FiguresDerived.Of(figures, moves), cancellationToken);
        lastRun = today;
        log.LogInformation("Day {Day} started: dataset statuses recalculated, figures written.", today);
    }
}
