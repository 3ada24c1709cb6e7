using System.Data.Common;
using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Testing;
using Dashboard.Web.Features.Views;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Component.Tests;

/// <summary>A page with its real handlers on a real SQLite file. Tests can make the database wait or fail.</summary>
public abstract class PageTest : ComponentTest
{
    private readonly SqliteTestDatabase database = new();
    private readonly FaultyDatabase faulty;

    protected PageTest()
    {
        faulty = new(database);
        Programme = new(database, Now);
        Services.AddSingleton<IDbContextFactory<DashboardContext>>(faulty);
        Services.AddSingleton(Options.Create(new ProgrammeSettings { Name = "US user data pivot", OversightCountry = "US" }));
        Services.AddSingleton<MemberDirectory>();
        Services.AddSingleton<RefusalRecord>();
        Services.AddScoped<MemberAccess>();
        Services.AddViews();
        Services.AddSingleton<ChangeNotices>();
        Services.AddScoped<PageTopics>();
        Authorization = AddAuthorization();
    }

    protected static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    protected ProgrammeBuilder Programme { get; }

    protected BunitAuthorizationContext Authorization { get; }

    /// <summary>Signs in a member with these roles.</summary>
    protected void ActAs(Roles roles, params string[] systems)
    {
        var member = Programme.Member(roles, systems: systems);
        var principal = MemberPrincipal.For(member, "US", authenticatedAt: null);
        Services.AddScoped(_ => new RequestPrincipal { User = principal });
        Authorization.SetAuthorized(member.Name);
        Authorization.SetClaims([.. principal.Claims.Where(claim => claim.Type != ClaimTypes.Name)]);
        Authorization.SetPolicies([.. Enum.GetValues<Permission>().Where(permission => RolePermissions.Grants(roles, permission)).Select(PermissionPolicies.Name)]);
    }

    /// <summary>The database does not answer until the returned source is completed.</summary>
    protected TaskCompletionSource HoldDatabase() => faulty.Held = new();

    protected void BreakDatabase(bool isBroken = true) => faulty.IsBroken = isBroken;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        database.Dispose();
    }

    private sealed class FaultyDatabase(SqliteTestDatabase database) : IDbContextFactory<DashboardContext>
    {
        public TaskCompletionSource? Held { get; set; }

        public bool IsBroken { get; set; }

        public DashboardContext CreateDbContext() => database.CreateDbContext();

        public async Task<DashboardContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            if (Held is { } held)
                await held.Task;
            return IsBroken ? throw new DatabaseGone() : CreateDbContext();
        }
    }

    private sealed class DatabaseGone() : DbException("unable to open database file");
}
