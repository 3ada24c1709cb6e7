using Dashboard.Core.Administration;
using Dashboard.Web.Features.Inventory;
using Dashboard.Web.Features.Inventory.List;
using Dashboard.Web.Features.Inventory.Query;

namespace Dashboard.Slice.Tests.Inventory;

public abstract class InventoryTest : SlicedProgramme
{
    private protected InventoryAccess Access(Roles roles = Roles.GovernanceLead, params string[] systems) =>
        new(Database, As(roles, systems), Acting.Programme, Clock);

    private protected async Task<CopyList> ListAsync(string query, Roles roles = Roles.GovernanceLead, params string[] systems)
    {
        var address = InventoryAddress.Parse($"/inventory?{query}");
        return (await new ListCopies(Access(roles, systems)).HandleAsync(new(new CopyFilter(address.Terms), address.Sort, address.After, address.Before), Token)).Value;
    }

    /// <summary>The resource IDs that a filter finds, sorted.</summary>
    private protected async Task<string[]> FoundAsync(string query) =>
        [.. (await ListAsync($"{query}&sort=resource")).Rows.Select(row => row.ResourceId)];
}
