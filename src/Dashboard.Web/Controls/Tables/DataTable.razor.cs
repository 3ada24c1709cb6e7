using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Controls.Tables;

/// <summary>
/// A lightweight table. The page owns the rows, sort, paging and filters (all in the URL); the table displays them. A row opens through
/// its link; js/table.js also follows the link on Enter and on a click anywhere in the row.
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

    /// <summary>Where a row's link goes: to a page, or to this page with the row's side panel open.</summary>
    [Parameter] public Func<TItem, string?>? Href { get; set; }

    /// <summary>True for the row whose side panel is open.</summary>
    [Parameter] public Func<TItem, bool>? IsOpen { get; set; }

    [Parameter] public TableSort? Sort { get; set; }

    [Parameter] public EventCallback<TableSort> SortChanged { get; set; }

    /// <summary>The next page is loading; the current one stays visible, dimmed.</summary>
    [Parameter] public bool Busy { get; set; }

    [Parameter] public bool Dense { get; set; }

    [Parameter] public int SkeletonRows { get; set; } = 8;

    /// <summary>Above the table on the left: the number of rows and their totals.</summary>
    [Parameter] public RenderFragment? Summary { get; set; }

    /// <summary>Above the table on the right: export, saved views.</summary>
    [Parameter] public RenderFragment? Tools { get; set; }

    /// <summary>Shown instead of the table when there are no rows.</summary>
    [Parameter] public RenderFragment? Empty { get; set; }

    [Parameter] public bool HasPrevious { get; set; }

    [Parameter] public bool HasNext { get; set; }

    [Parameter] public EventCallback Previous { get; set; }

    [Parameter] public EventCallback Next { get; set; }

    /// <summary>"1–50 of 10,000+".</summary>
    [Parameter] public string? PageText { get; set; }

    /// <summary>The titles of the visible columns after the reader changed them: for the URL and for exports.</summary>
    [Parameter] public EventCallback<IReadOnlyList<string>> ShownChanged { get; set; }

    private IEnumerable<Column<TItem>> Shown => columns.Where(IsShown);

    private static RenderFragment NoRows => builder =>
    {
        builder.OpenComponent<EmptyState>(0);
        builder.AddComponentParameter(1, nameof(EmptyState.Title), "Nothing to show");
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
