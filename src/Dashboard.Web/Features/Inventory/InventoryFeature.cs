using Dashboard.Core.Administration;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Features.Inventory.Export;
using Dashboard.Web.Features.Inventory.List;
using Dashboard.Web.Features.Inventory.Location;
using Dashboard.Web.Features.Views;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Features.Inventory;

internal static class InventoryFeature
{
    public static IServiceCollection AddInventory(this IServiceCollection services) => services
        .AddScoped<InventoryAccess>()
        .AddScoped<DescribeInventory>()
        .AddScoped<ListCopies>()
        .AddScoped<FindCopy>()
        .AddScoped<FindLocation>()
        .AddScoped<ExportCopies>()
        .AddSingleton(new ViewPage(InventoryAddress.Page, Permission.ViewInventory, InventoryAddress.ViewKeys)
        {
            Written = query => InventoryAddress.Read(QueryHelpers.ParseQuery(query)).To()[InventoryAddress.Page.Length..],
        })
        .AddSingleton(new NavItem(30, "Inventory", InventoryAddress.Page, Glyphs.Inventory, Permission.ViewInventory));
}
