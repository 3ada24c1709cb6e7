using Dashboard.Core;
using Dashboard.Web.Controls.Map;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Controls.Tables;
using Dashboard.Web.Features.Inventory.Query;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Inventory.List;

/// <summary>A page of copies next to a map of their locations. The URL has all of the reader's choices.</summary>
public sealed partial class InventoryPage
{
    private InventoryAddress address = new();
    private InventoryDescription? about;
    private CopyList? list;
    private Result<CopyFacts>? open;

    [Inject] private ListCopies Copies { get; set; } = null!;

    [Inject] private FindCopy Finding { get; set; } = null!;

    [Inject] private DescribeInventory Describing { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override string LoadKey => Navigation.Uri;

    private string? PageText => list is { Rows.Count: > 0 } ? $"{list.Rows.Count:N0} of {(list.Totals.IsCapped ? $"{CopyTotals.Cap:N0}+" : $"{list.Totals.Copies:N0}")}" : null;

    private MapSite[] Sites =>
    [
        .. from place in list!.Totals.Places
           where place.Latitude is not null
           select new MapSite(place.Name, place.Position, place.Longitude!.Value, place.Latitude!.Value, place.Bytes, FilterBy(place.LocationId), Count(place.Copies, "copy", "copies")),
    ];

    private PlaceTotals[] Unplaced => [.. list!.Totals.Places.Where(place => place.Latitude is null)];

    protected override bool ReloadsOn(ChangeTopic topic) => topic is ChangeTopic.Evidence or ChangeTopic.Sources;

    protected override async Task<Refusal?> LoadAsync(CancellationToken cancellationToken)
    {
        address = InventoryAddress.Parse(Navigation.Uri);
        var filter = new CopyFilter(address.Terms);
        var described = await Describing.HandleAsync(filter.Dataset, cancellationToken);
        if (described.Refusal is { } refusal)
            return refusal;
        var listed = await Copies.HandleAsync(new(filter, address.Sort, address.After, address.Before), cancellationToken);
        if (listed.Refusal is { } refused)
            return refused;
        (about, list) = (described.Value, listed.Value);
        open = address.Copy is not { } id ? (Result<CopyFacts>?)null : await Finding.HandleAsync(id, cancellationToken);
        return null;
    }

    private static string Count(long number, string one, string many) => number == 1 ? $"1 {one}" : $"{number:N0} {many}";

    private string FilterBy(long location) => address.With(new(FilterKey.Location, $"{location}")).To();

    private string SortedBy(TableSort sort) => address.Sorted(CopySort.Parse(sort.ToString())).To();
}
