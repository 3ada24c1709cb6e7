using Dashboard.Core;
using Dashboard.Web.Databases;
using Dashboard.Web.Features.Imports;
using Dashboard.Web.Features.Imports.Inbox;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Jobs;

/// <summary>
/// Checks the inbox every few seconds. It polls the folder because network shares do not send change events. Of several servers with the same
/// storage folder, one checks it at a time.
/// </summary>
internal sealed class InboxJob(InboxFolder inbox, Leases leases, IOptions<ImportSettings> settings, TimeProvider clock, ILogger<InboxJob> log)
    : PeriodicJob(TimeSpan.FromSeconds(settings.Value.InboxSeconds), clock, log)
{
    protected override string Failure => "The inbox could not be checked.";

    public override Task RunAsync(CancellationToken cancellationToken) =>
        leases.TryRunAsync(Lease.Inbox, (_, stop) => inbox.CheckAsync(stop), cancellationToken);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        settings.Value.WatchInbox ? base.ExecuteAsync(stoppingToken) : Task.CompletedTask;
}
