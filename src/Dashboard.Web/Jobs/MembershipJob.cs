using Dashboard.Web.Security;

namespace Dashboard.Web.Jobs;

/// <summary>
/// Rechecks the memberships behind all open pages with one query. Rights must end within 30 seconds; the interval leaves time for a slow database.
/// </summary>
internal sealed class MembershipJob(OpenCircuits circuits, MemberDirectory members, TimeProvider clock, ILogger<MembershipJob> log)
    : PeriodicJob(Interval, clock, log)
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override string Failure => "The memberships behind open pages could not be checked. Every action still checks its own.";

    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        if (circuits.Subjects is { Length: > 0 } subjects)
            await circuits.RefreshAsync(subjects, await members.FindAllAsync(subjects, cancellationToken));
    }
}
