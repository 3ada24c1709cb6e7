using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Features.Ledger.Signing;
using Dashboard.Web.Features.Ledger.Watch;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Jobs;

/// <summary>
/// Checks the stored log while the server runs: new entries every minute, everything at startup and once a day. A discrepancy raises an
/// alarm that stays until someone answers it. The job repairs nothing.
/// </summary>
internal sealed class LedgerCheckJob(
    IDbContextFactory<DashboardContext> contexts, KeptCheckpoint kept, LedgerCondition condition, ChangeNotices notices,
    IOptions<LedgerSettings> settings, TimeProvider clock, ILogger<LedgerCheckJob> log)
    : PeriodicJob(TimeSpan.FromSeconds(settings.Value.CheckSeconds), clock, log)
{
    private readonly TimeProvider clock = clock;
    private readonly ILogger log = log;
    private LedgerSelfCheck? check;
    private DateTimeOffset fullCheckAt;

    protected override string Failure => "The ledger could not be checked.";

    /// <summary>Checks the new entries, or everything if the last full check was a day ago.</summary>
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var isFull = check is null || now - fullCheckAt >= TimeSpan.FromHours(settings.Value.FullCheckHours);
        if (isFull)
            (check, fullCheckAt) = (null, now);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var problem = await CheckAsync(context, cancellationToken);
        condition.Checked(new(check?.Verified ?? 0, clock.GetUtcNow(), isFull ? clock.GetUtcNow() : condition.Latest?.FullAt ?? now, problem));
        if (problem is null)
            return;

        // The next check starts over, so that a problem is never accepted.
        check = null;
        log.LogCritical("The ledger check found a problem: {Problem}", problem.Text);
        await RaiseAsync(context, problem, cancellationToken);
    }

    private async Task<LedgerProblem?> CheckAsync(DashboardContext context, CancellationToken cancellationToken)
    {
        try
        {
            check ??= new(kept.Read());
            return await check.CheckAsync(context, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is NoteFormatException or EntryFormatException or ArgumentException)
        {
            return new($"The stored log cannot be read. {unreadable.Message}", null);
        }
    }

    /// <summary>Raises one alarm per problem, however often it is found again.</summary>
    private async Task RaiseAsync(DashboardContext context, LedgerProblem problem, CancellationToken cancellationToken)
    {
        var text = problem.Text.Length > 1000 ? problem.Text[..1000] : problem.Text;
        if (await context.LedgerAlarms.AnyAsync(alarm => alarm.Text == text, cancellationToken))
            return;
        context.LedgerAlarms.Add(LedgerAlarm.Raise(text, problem.Sequence, clock.GetUtcNow()));
        await context.SaveChangesAsync(cancellationToken);
        notices.Raise(ChangeTopic.Ledger, ChangeTopic.Alarms);
    }
}
