using Dashboard.Core;
using Dashboard.Web.Features.Imports.Run;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Jobs;

/// <summary>
/// Removes upload folders that belong to no import because a server stopped in the middle of an upload. Waits a day first, because
/// another web server may still be receiving into the same storage folder.
/// </summary>
internal sealed class AbandonedUploadsJob(
    IDbContextFactory<DashboardContext> contexts, ImportStore store, TimeProvider clock, ILogger<AbandonedUploadsJob> log)
    : PeriodicJob(TimeSpan.FromHours(1), clock, log)
{
    private static readonly TimeSpan LongestUpload = TimeSpan.FromDays(1);

    private readonly TimeProvider clock = clock;
    private readonly ILogger log = log;

    protected override string Failure => "Abandoned uploads could not be removed.";

    public override async Task RunAsync(CancellationToken cancellationToken)
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
}
