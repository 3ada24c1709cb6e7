using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Imports;

/// <summary>Looks into the inbox every few seconds. It asks the folder instead of waiting for its events, which network shares do not send.</summary>
internal sealed class InboxWatcher(Inbox inbox, IOptions<ImportSettings> settings, TimeProvider clock, ILogger<InboxWatcher> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Value.WatchInbox)
            return;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(settings.Value.InboxSeconds), clock);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            await inbox.LookAsync(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested) // The edge: one bad look must not end the watch.
        {
            log.LogError(failure, "Looking into the inbox failed; the next look tries again.");
        }
    }
}
