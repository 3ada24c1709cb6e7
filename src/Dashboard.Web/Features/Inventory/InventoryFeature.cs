using Dashboard.Core.Administration;
using Dashboard.Web.Controls;
using Dashboard.Web.Features.Views;
using Dashboard.Web.Shell;

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
        .AddSingleton(new ViewPage(InventoryAddress.Page, Permission.ViewInventory, InventoryAddress.ViewKeys))
        .AddSingleton(new NavItem(30, "Inventory", InventoryAddress.Page, Glyphs.Inventory, Permission.ViewInventory));
}
