using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.SqlServer;
using Dashboard.Sqlite;
using Dashboard.Web.Databases;
using Dashboard.Web.Jobs;
using Dashboard.Web.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Startup;

internal static class DatabaseSetup
{
    /// <summary>Adds the configured database, which also stores the keys that let every web server read every cookie.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.AddSettings<DatabaseSettings>();
        services.AddDbContextFactory<DashboardContext>(Choose);
        services.AddSingleton<IStaging>(provider => UsesSqlServer(provider) ? new SqlServerStaging() : new SqliteStaging());
        services.AddSingleton<Leases>();
        services.AddSingleton<IStartStep, DatabaseMigration>();
        services.AddHostedService<NightlyJob>();

        services.AddDataProtection().SetApplicationName("dashboard");
        services.AddSettings<ProtectionSettings>();
        services.AddSingleton<ProtectionKeyFile>();
        services.AddOptions<KeyManagementOptions>().Configure<IDbContextFactory<DashboardContext>, ProtectionKeyFile>((keys, contexts, file) =>
            (keys.XmlRepository, keys.XmlEncryptor) = (new ProtectionKeyRepository(contexts), new ProtectionKeyEncryptor(file)));
        return services;
    }

    private static void Choose(IServiceProvider services, DbContextOptionsBuilder options)
    {
        var database = services.GetRequiredService<IOptions<DatabaseSettings>>().Value;
        if (UsesSqlServer(services))
            options.UseDashboardSqlServer(database.ConnectionString!, database.MaxBatchSize);
        else
            options.UseDashboardSqlite(database.ConnectionString is { Length: > 0 } given ? given : DefaultFile(services));
    }

    private static bool UsesSqlServer(IServiceProvider services) =>
        services.GetRequiredService<IOptions<DatabaseSettings>>().Value.Provider == DatabaseSettings.SqlServer;

    private static string DefaultFile(IServiceProvider services)
    {
        var folder = services.GetRequiredService<IOptions<StorageSettings>>().Value.FolderIn(services.GetRequiredService<IHostEnvironment>());
        return SqliteDatabase.ConnectionStringFor(Path.Combine(folder, "dashboard.db"));
    }
}
