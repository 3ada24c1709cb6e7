using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Controls.Tables;

/// <summary>One column of a <see cref="DataTable{TItem}"/>; it renders nothing itself.</summary>
public sealed class Column<TItem> : ComponentBase, IDisposable
{
    [CascadingParameter] private DataTable<TItem>? Table { get; set; }

    [Parameter, EditorRequired] public required string Title { get; set; }

    /// <summary>The cell.</summary>
    [Parameter, EditorRequired] public required RenderFragment<TItem> ChildContent { get; set; }

    /// <summary>The column's name in the URL; by default its title, as in <c>last-seen</c>.</summary>
    [Parameter] public string? Key { get; set; }

    /// <summary>The key in <see cref="TableSort"/>; null if no index supports this sort.</summary>
    [Parameter] public string? SortKey { get; set; }

    /// <summary>Right-aligned; the first click sorts largest first.</summary>
    [Parameter] public bool Numeric { get; set; }

    /// <summary>Text that wraps; other columns stay on one line.</summary>
    [Parameter] public bool Prose { get; set; }

    /// <summary>Hidden until the reader selects it.</summary>
    [Parameter] public bool Optional { get; set; }

    /// <summary>Cannot be hidden: it names the row.</summary>
    [Parameter] public bool Fixed { get; set; }

    internal string UrlKey => Key ?? Title.ToLowerInvariant().Replace(' ', '-');

    internal string? CssClass => Numeric ? "number" : Prose ? "prose" : null;

    protected override void OnInitialized() => Table?.Add(this);

    public void Dispose() => Table?.Remove(this);
}
