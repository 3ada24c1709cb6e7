using Dashboard.Core;
using Microsoft.EntityFrameworkCore.Design;

namespace Dashboard.Sqlite;

/// <summary>Used by <c>dotnet ef migrations add</c>. It does not open a database.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<DashboardContext>
{
    public DashboardContext CreateDbContext(string[] args) => SqliteDatabase.Open("Data Source=design.db");
}
