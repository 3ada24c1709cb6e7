using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Controls.Tables;

/// <summary>
/// A light table: the page owns rows, sort, page and filters (they stand in the address), the table shows them. A row is opened by
/// its own link, which js/table.js also follows on Enter and on a click anywhere in the row.
/// </summary>
public sealed partial class DataTable<TItem>
{
    private readonly List<Column<TItem>> columns = [];
    private readonly HashSet<string> toggled = new(StringComparer.Ordinal);

    /// <summary>The columns.</summary>
    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    /// <summary>Null while loading: skeleton rows keep the layout.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<TItem>? Rows { get; set; }

    /// <summary>The table's name for screen readers.</summary>
    [Parameter, EditorRequired] public required string Caption { get; set; }

    [Parameter] public Func<TItem, object> RowKey { get; set; } = item => item!;

    /// <summary>Where a row leads: a page, or this page with the row's side panel open.</summary>
    [Parameter] public Func<TItem, string?>? Href { get; set; }

    /// <summary>Is this the row whose side panel is open?</summary>
    [Parameter] public Func<TItem, bool>? IsOpen { get; set; }

    [Parameter] public TableSort? Sort { get; set; }

    [Parameter] public EventCallback<TableSort> SortChanged { get; set; }

    /// <summary>The next page is on its way; the present one stays, dimmed.</summary>
    [Parameter] public bool Busy { get; set; }

    [Parameter] public bool Dense { get; set; }

    [Parameter] public int SkeletonRows { get; set; } = 8;

    /// <summary>Left above the table: how many rows, and what they amount to.</summary>
    [Parameter] public RenderFragment? Summary { get; set; }

    /// <summary>Right above the table: export, saved views.</summary>
    [Parameter] public RenderFragment? Tools { get; set; }

    /// <summary>In place of the table when there is no row.</summary>
    [Parameter] public RenderFragment? Empty { get; set; }

    [Parameter] public bool HasPrevious { get; set; }

    [Parameter] public bool HasNext { get; set; }

    [Parameter] public EventCallback Previous { get; set; }

    [Parameter] public EventCallback Next { get; set; }

    /// <summary>"1–50 of 10,000+".</summary>
    [Parameter] public string? PageText { get; set; }

    /// <summary>The titles of the columns now shown, after the reader changed them: for the address and for exports.</summary>
    [Parameter] public EventCallback<IReadOnlyList<string>> ShownChanged { get; set; }

    private IEnumerable<Column<TItem>> Shown => columns.Where(IsShown);

    private static RenderFragment NothingHere => builder =>
    {
        builder.OpenComponent<EmptyState>(0);
        builder.AddComponentParameter(1, nameof(EmptyState.Title), "Nothing here");
        builder.CloseComponent();
    };

    internal void Add(Column<TItem> column) => columns.Add(column);

    internal void Remove(Column<TItem> column) => columns.Remove(column);

    private bool IsShown(Column<TItem> column) => column.Fixed || column.Optional == toggled.Contains(column.Title);

    private Task ToggleAsync(Column<TItem> column)
    {
        if (!toggled.Add(column.Title))
            toggled.Remove(column.Title);
        return ShownChanged.InvokeAsync([.. Shown.Select(shown => shown.Title)]);
    }

    private string? AriaSort(Column<TItem> column) =>
        column.SortKey is null || Sort?.Key != column.SortKey ? null : Sort.Descending ? "descending" : "ascending";
}
