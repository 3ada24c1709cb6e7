using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Jobs;

/// <summary>
/// Tells open pages about each committed change. It reads new ledger entries, because nothing changes without one; so a use case cannot forget
/// to tell, and changes made through another server on the same database are seen too.
/// </summary>
internal sealed class ChangeFeed(IDbContextFactory<DashboardContext> contexts, ChangeNotices notices, TimeProvider clock, ILogger<ChangeFeed> log)
    : PeriodicJob(TimeSpan.FromMilliseconds(500), clock, log)
{
    private const int Most = 1000;

    /// <summary>Null until the first run, which only notes where the ledger ends.</summary>
    private long? last;

    protected override string Failure => "New ledger entries could not be read, so open pages do not update.";

    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = context.LedgerEntries.AsNoTracking();
        var from = last ?? await entries.MaxAsync(entry => (long?)entry.Sequence, cancellationToken) ?? -1;
        var added = await entries.Where(entry => entry.Sequence > from).OrderBy(entry => entry.Sequence).Take(Most)
            .Select(entry => new { entry.Sequence, entry.Action }).ToListAsync(cancellationToken);
        last = added.Count > 0 ? added[^1].Sequence : from;
        notices.Raise([.. added.SelectMany(entry => TopicsOf(entry.Action)).Distinct()]);
    }

    /// <summary>The topics of an action such as <c>wave.revised</c>.</summary>
    internal static ChangeTopic[] TopicsOf(string action) => action.Split('.')[0] switch
    {
        _ when action == LedgerActions.ImportApplied => [ChangeTopic.Ledger, ChangeTopic.Imports, ChangeTopic.Sources, ChangeTopic.Evidence],
        _ when action == LedgerActions.AlarmAcknowledged => [ChangeTopic.Ledger, ChangeTopic.Alarms],
        "import" => [ChangeTopic.Ledger, ChangeTopic.Imports],
        "source" or "mapping-rule" => [ChangeTopic.Ledger, ChangeTopic.Sources],
        "boundary-rule" or "classification" or "location" or "dataset" or "figures" or "programme" => [ChangeTopic.Ledger, ChangeTopic.Evidence],
        "wave" => [ChangeTopic.Ledger, ChangeTopic.Waves],
        "batch" or "hold" => [ChangeTopic.Ledger, ChangeTopic.Deletions, ChangeTopic.Evidence],
        "quorum-rule" => [ChangeTopic.Ledger, ChangeTopic.Deletions],
        "member" => [ChangeTopic.Ledger, ChangeTopic.Members],
        "api-token" => [ChangeTopic.Ledger, ChangeTopic.Tokens],
        _ => [ChangeTopic.Ledger],
    };
}
