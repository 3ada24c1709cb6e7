using Dashboard.Core;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Startup;

/// <summary>
/// Migrates the database to this version before anything else starts: data protection reads its keys from it, and the first
/// request needs its tables. EF Core takes a database-wide lock, so several web servers may start at once.
/// </summary>
internal sealed class DatabaseMigration(IDbContextFactory<DashboardContext> contexts) : IStartStep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var context = (await contexts.CreateDbContextAsync(cancellationToken)).WithoutTimeLimit();
        await context.Database.MigrateAsync(cancellationToken);
    }
}
