using Dashboard.Core;
using Microsoft.EntityFrameworkCore.Design;

namespace Dashboard.SqlServer;

/// <summary>Used by <c>dotnet ef migrations add</c>. It does not open a database.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<DashboardContext>
{
    public DashboardContext CreateDbContext(string[] args) => SqlServerDatabase.Open("Server=design;Database=design");
}
