using Dashboard.Core;
using Microsoft.EntityFrameworkCore.Design;

namespace Dashboard.SqlServer;

/// <summary>What <c>dotnet ef migrations add</c> uses; it opens no database.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<DashboardContext>
{
    public DashboardContext CreateDbContext(string[] args) => SqlServerDatabase.Open("Server=design;Database=design");
}
