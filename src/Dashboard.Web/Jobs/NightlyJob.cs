using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Dashboard.Web.Databases;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Jobs;

/// <summary>
/// Starts each day (UTC). Boundary rules take effect and end by date, so every dataset's status is recalculated, and the day gets its
/// figures even if nothing is imported. Of several servers, the first one does it. A day on which every server was off gets none: figures are
/// never added later.
/// </summary>
internal sealed class NightlyJob(IDbContextFactory<DashboardContext> contexts, TimeProvider clock, ILogger<NightlyJob> log)
    : PeriodicJob(TimeSpan.FromMinutes(5), clock, log)
{
    private readonly TimeProvider clock = clock;
    private readonly ILogger log = log;
    private DateOnly lastRun;

    protected override string Failure => "The day's figures could not be written.";

    /// <summary>Recalculates everything, unless this or another server has done it today.</summary>
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (lastRun == today)
            return;
        if (await contexts.RepeatAsync(() => OnceAsync(today, cancellationToken), cancellationToken))
            log.LogInformation("Day {Day} started: dataset statuses recalculated, figures written.", today);
        lastRun = today;
    }

    private async Task<bool> OnceAsync(DateOnly today, CancellationToken cancellationToken)
    {
        await using var context = (await contexts.CreateDbContextAsync(cancellationToken)).WithoutTimeLimit();
        await using var change = await context.BeginChangeAsync(LedgerActors.Dashboard, clock, cancellationToken);
        if (await IsDoneAsync(context, today, cancellationToken))
            return false;
        var now = clock.GetUtcNow();
        var moves = await DatasetStatuses.RecalculateAllAsync(context, now, cancellationToken);
        var figures = await context.DailyFigures.Where(figure => figure.Day == today && figure.WaveId == null)
            .OrderBy(figure => figure.Id).FirstAsync(cancellationToken);
        await change.CommitAsync(FiguresDerived.Of(figures, moves), cancellationToken);
        return true;
    }

    /// <summary>Read in this change's turn, so that two servers cannot both find nothing.</summary>
    private static Task<bool> IsDoneAsync(DashboardContext context, DateOnly today, CancellationToken cancellationToken)
    {
        var midnight = new DateTimeOffset(today, TimeOnly.MinValue, TimeSpan.Zero);
        return context.LedgerEntries.AnyAsync(entry => entry.Action == LedgerActions.FiguresDerived && entry.Time >= midnight, cancellationToken);
    }
}
