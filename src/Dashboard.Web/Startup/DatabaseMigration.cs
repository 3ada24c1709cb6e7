using Dashboard.Core;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Startup;

/// <summary>
/// Migrates the database to this version before anything else starts: data protection reads its keys from it, and the first
/// request needs its tables. EF Core takes a database-wide lock, so several web servers may start at once.
/// </summary>
internal sealed class DatabaseMigration(IDbContextFactory<DashboardContext> contexts) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
