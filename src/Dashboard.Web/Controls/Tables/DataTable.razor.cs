using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Controls.Tables;

/// <summary>
/// A lightweight table. The page owns the rows, sort, paging and filters (all in the URL); the table displays them. A row opens through
/// its link; js/table.js also follows the link on Enter and on a click anywhere in the row.
/// </summary>
public sealed partial class DataTable<TItem>
{
    private readonly List<Column<TItem>> columns = [];
    private HashSet<string> chosen = [];

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

    /// <summary>The URL of the rows in another order.</summary>
    [Parameter] public Func<TableSort, string>? SortHref { get; set; }

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

    /// <summary>The URL of the previous page of rows; null on the first.</summary>
    [Parameter] public string? PreviousHref { get; set; }

    /// <summary>The URL of the next page of rows; null on the last.</summary>
    [Parameter] public string? NextHref { get; set; }

    /// <summary>"1–50 of 10,000+".</summary>
    [Parameter] public string? PageText { get; set; }

    /// <summary>The key of the visible columns in the page's query. Tables on the same page need different keys.</summary>
    [Parameter] public string ColumnsKey { get; set; } = "columns";

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private bool IsChosen => columns.Exists(column => !column.Fixed && chosen.Contains(column.UrlKey));

    private IEnumerable<Column<TItem>> Shown => columns.Where(IsShown);

    private static RenderFragment NoRows => builder =>
    {
        builder.OpenComponent<EmptyState>(0);
        builder.AddComponentParameter(1, nameof(EmptyState.Title), "Nothing to show");
        builder.CloseComponent();
    };

    internal void Add(Column<TItem> column) => columns.Add(column);

    internal void Remove(Column<TItem> column) => columns.Remove(column);

    /// <summary>Reads the reader's choice from the URL, so that it survives a reload. Names that are not columns of this table are ignored.</summary>
    protected override void OnParametersSet() =>
        chosen = [.. PageUrl.Of(Navigation).All(ColumnsKey).SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private bool IsShown(Column<TItem> column) => column.Fixed || (IsChosen ? chosen.Contains(column.UrlKey) : !column.Optional);

    private string? AriaSort(Column<TItem> column) =>
        column.SortKey is null || Sort?.Key != column.SortKey ? null : Sort.Descending ? "descending" : "ascending";
}
