using System.Data.Common;
using Dashboard.Web.Controls.Map;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Controls.Tables;
using Dashboard.Web.Features.Inventory.Query;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Dashboard.Web.Features.Inventory.List;

/// <summary>A page of copies next to a map of their locations. The URL has all of the reader's choices.</summary>
public sealed partial class InventoryPage
{
    private readonly CancellationTokenSource leaving = new();
    private InventoryAddress address = new();
    private CopyColumn[] initialColumns = [];
    private string[] shown = [];
    private int tableVersion;
    private string? failure;
    private bool busy;

    [PersistentState] public LoadedInventory? Page { get; set; }

    [Inject] private ListCopies Copies { get; set; } = null!;

    [Inject] private FindCopy Finding { get; set; } = null!;

    [Inject] private DescribeInventory Describing { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private ILogger<InventoryPage> Log { get; set; } = null!;

    private string? Text => new CopyFilter(address.Terms).Text;

    private IReadOnlyList<ActiveFilter> Chips => Page?.About.Chips(address.Terms) ?? [];

    private string? PageText => Page is { List.Rows.Count: > 0 } ? $"{Page.List.Rows.Count:N0} of {(Page.List.Totals.IsCapped ? $"{CopyTotals.Cap:N0}+" : $"{Page.List.Totals.Copies:N0}")}" : null;

    private MapSite[] Sites =>
    [
        .. from place in Page!.List.Totals.Places
           where place.Latitude is not null
           select new MapSite(place.Name, place.Position, place.Longitude!.Value, place.Latitude!.Value, place.Bytes, FilterBy(place.LocationId), Count(place.Copies, "copy", "copies")),
    ];

    private PlaceTotals[] Unplaced => [.. Page!.List.Totals.Places.Where(place => place.Latitude is null)];

    /// <summary>The part of the URL that the rows depend on: opening a copy or hiding the map does not change them.</summary>
    private string RowsAddress => (address with { Copy = null, IsMapFolded = false, Columns = [], Draft = null }).To();

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        address = InventoryAddress.Parse(Navigation.Uri);
        ResetTable();
        if (Page?.Rows != RowsAddress || Page.Copy != address.Copy)
            await LoadAsync();
    }

    private static string Count(long number, string one, string many) => number == 1 ? $"1 {one}" : $"{number:N0} {many}";

    private string FilterBy(long location) => address.With(new(FilterKey.Location, $"{location}")).To();

    private void Go(InventoryAddress to) => Navigation.NavigateTo(to.To());

    private void ChooseColumns(IReadOnlyList<string> titles)
    {
        shown = CopyColumn.KeysOf(Array.FindAll(CopyColumn.All, column => titles.Contains(column.Title)));
        Navigation.NavigateTo((address with { Columns = shown }).To(), replace: true);
    }

    /// <summary>The table keeps the reader's column choice itself. A new key recreates it when the URL names other columns.</summary>
    private void ResetTable()
    {
        initialColumns = CopyColumn.Chosen(address.Columns);
        shown = CopyColumn.KeysOf(initialColumns);
        tableVersion++;
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (new Uri(change.Location).AbsolutePath == InventoryAddress.Page)
            _ = InvokeAsync(ShowAsync);
    }

    private async Task ShowAsync()
    {
        address = InventoryAddress.Parse(Navigation.Uri);
        if (!CopyColumn.KeysOf(CopyColumn.Chosen(address.Columns)).SequenceEqual(shown))
            ResetTable();
        if (Page?.Rows != RowsAddress || Page.Copy != address.Copy)
            await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        (failure, busy) = (null, true);
        StateHasChanged();
        try
        {
            failure = await ReadAsync(leaving.Token);
        }
        catch (DbException error)
        {
            Log.LogError(error, "The list of copies could not be read");
            failure = "The database did not answer.";
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The reader left the page.
        }

        busy = false;
    }

    /// <returns>The refusal's message, or null.</returns>
    private async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        var wanted = address;
        var (rows, filter) = (RowsAddress, new CopyFilter(wanted.Terms));
        var about = await Describing.HandleAsync(filter.Dataset, cancellationToken);
        if (about.Refusal is { } refusal)
            return refusal.Message;
        var list = Page?.Rows == rows ? Page.List : null;
        if (list is null)
        {
            var listed = await Copies.HandleAsync(new(filter, wanted.Sort, wanted.After, wanted.Before), cancellationToken);
            if (listed.Refusal is { } refused)
                return refused.Message;
            list = listed.Value;
        }

        Page = new(rows, about.Value, list, null, null, null);
        if (wanted.Copy is { } id)
        {
            var found = await Finding.HandleAsync(id, cancellationToken);
            Page = Page with { Copy = id, Open = found.IsDone ? found.Value : null, NotOpened = found.Refusal?.Message };
        }

        return null;
    }
}

/// <summary>The data of the page and the URL it was loaded for. Prerendering passes it to the circuit.</summary>
/// <param name="NotOpened">Why the copy in the URL could not be opened.</param>
public sealed record LoadedInventory(
    string Rows, InventoryDescription About, CopyList List, long? Copy, CopyFacts? Open, string? NotOpened);
