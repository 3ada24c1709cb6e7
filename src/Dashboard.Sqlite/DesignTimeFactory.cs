using Dashboard.Core;
using Microsoft.EntityFrameworkCore.Design;

namespace Dashboard.Sqlite;

/// <summary>What <c>dotnet ef migrations add</c> uses; it opens no database.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<DashboardContext>
{
    public DashboardContext CreateDbContext(string[] args) => SqliteDatabase.Open("Data Source=design.db");
}
