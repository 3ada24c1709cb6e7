using Dashboard.Core;
using Dashboard.Web.Features.Imports.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Imports;

/// <summary>
/// Removes what a server that was killed in the middle of an upload left behind: folders of files that no import names. Only after a day,
/// because another web server may be receiving into the same storage folder right now.
/// </summary>
internal sealed class AbandonedUploads(
    IDbContextFactory<DashboardContext> contexts, ImportStore store, TimeProvider clock, ILogger<AbandonedUploads> log) : BackgroundService
{
    private static readonly TimeSpan LongestUpload = TimeSpan.FromDays(1);

    /// <summary>Looks once.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        foreach (var folder in store.FoldersUntouchedSince(clock.GetUtcNow() - LongestUpload))
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            if (await context.Imports.AnyAsync(import => import.Folder == folder, cancellationToken))
                continue;
            store.Discard(folder);
            log.LogInformation("Removed the files of an upload that never became an import: {Folder}.", folder);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The start does not wait for it.
        try
        {
            await RemoveAsync(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested) // The edge: it only tidies up, and will again at the next start.
        {
            log.LogWarning(failure, "Abandoned uploads could not be removed.");
        }
    }
}
