using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Features.Inventory.Query;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Inventory;

/// <summary>Authorizes a member and opens the inventory with the rows that this member may see.</summary>
internal sealed class InventoryAccess(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, IOptions<ProgrammeSettings> programme, TimeProvider clock)
{
    /// <summary>Opens the inventory for a member with all of these permissions. The caller disposes of the result.</summary>
    public async Task<Result<OpenInventory>> OpenAsync(CancellationToken cancellationToken, params Permission[] permissions)
    {
        Member? member = null;
        foreach (var permission in permissions.Prepend(Permission.ViewInventory))
        {
            var allowed = await access.RequireAsync(permission, cancellationToken);
            if (allowed.Refusal is { } refusal)
                return refusal;
            member = allowed.Value;
        }

        var now = clock.GetUtcNow();
        var context = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            // Keeps one connection open, because opening one for each query takes longer than the short queries.
            await context.Database.OpenConnectionAsync(cancellationToken);
            return new OpenInventory(context, member!, await InventoryLookups.LoadAsync(context, member!, programme.Value.OversightCountry, now, cancellationToken), now);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }
}

/// <summary>The inventory as one member sees it.</summary>
internal sealed record OpenInventory(DashboardContext Context, Member Member, InventoryLookups Lookups, DateTimeOffset Now) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
