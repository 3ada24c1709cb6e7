using Dashboard.Core;
using Dashboard.Web.Controls.Forms;
using Dashboard.Web.Controls.Tables;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Features.Views;

/// <summary>Lets the reader open, save and remove views of the current page. Shows nothing on a page without saved views.</summary>
public sealed partial class ViewsMenu
{
    private string name = "";
    private string status = "";
    private string? refusal;
    private ViewRow? removed;
    private bool isNaming;
    private bool isBusy;
    private ElementReference summary;
    private ElementReference field;
    private ElementReference undo;
    private Func<ElementReference>? next;

    /// <summary>The page's path.</summary>
    [Parameter, EditorRequired] public required string Page { get; set; }

    /// <summary>Keys of the page's query that opening a view does not change.</summary>
    [Parameter] public string[] Keeps { get; set; } = [];

    [PersistentState] public IReadOnlyList<ViewRow>? Views { get; set; }

    [PersistentState] public string? ViewsOf { get; set; }

    [Inject] private ViewPages Pages { get; set; } = null!;

    [Inject] private ListViews List { get; set; } = null!;

    [Inject] private SaveView Save { get; set; } = null!;

    [Inject] private RemoveView Remove { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override string LoadKey => Page;

    protected override string? RestoredKey => ViewsOf;

    private ViewPage? Known => Pages.Find(Page);

    private string Query => new Uri(Navigation.Uri).Query;

    /// <summary>The view that the page shows now. Compares canonical forms, because the defaults may have changed since a view was saved.</summary>
    private ViewRow? Current => Known is { } page && page.Canonical(Query) is var query ? Views?.FirstOrDefault(view => page.Canonical(view.Query) == query) : null;

    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    protected override async Task<Refusal?> LoadAsync(CancellationToken cancellationToken)
    {
        if (Known is null)
            return null;
        var views = await List.HandleAsync(Page, cancellationToken);
        (Views, ViewsOf) = (views.IsDone ? views.Value : null, Page);
        return views.Refusal;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (next is not { } element)
            return;
        next = null;
        await element().FocusAsync();
    }

    protected override void Dispose(bool disposing)
    {
        Navigation.LocationChanged -= OnLocationChanged;
        base.Dispose(disposing);
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(() =>
    {
        Reset();
        StateHasChanged();
    });

    private string Href(ViewRow view) =>
        QueryHelpers.AddQueryString(Page + view.Query, PageUrl.Of(Navigation).Query.Where(pair => Keeps.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));

    private void Reset() => (status, refusal, removed, isNaming) = ("", null, null, false);

    private void AskForName()
    {
        Reset();
        (name, isNaming, next) = ("", true, () => field);
    }

    private void StopNaming()
    {
        Reset();
        next = () => summary;
    }

    private Task SaveAsync() => ActAsync(
        async () => (await Save.HandleAsync(new(Page, Query, name), Leaving).OrRefusal()).Refusal,
        () => (status, next) = ($"Saved as “{name.Trim()}”.", () => summary));

    private Task RemoveAsync(ViewRow view) => ActAsync(
        async () => (await Remove.HandleAsync(new(Page, view.Id), Leaving).OrRefusal()).Refusal,
        () => (status, removed, next) = ($"Removed “{view.Name}”.", view, () => undo));

    private Task PutBackAsync()
    {
        var view = removed!;
        return ActAsync(
            async () => (await Save.HandleAsync(new(Page, view.Query, view.Name), Leaving).OrRefusal()).Refusal,
            () => (status, next) = ($"Restored “{view.Name}”.", () => summary));
    }

    /// <summary>Performs one action at a time: a second click while the first action is running does nothing.</summary>
    private async Task ActAsync(Func<Task<Refusal?>> act, Action done)
    {
        if (isBusy)
            return;
        isBusy = true;
        try
        {
            refusal = (await act())?.Message;
            if (refusal is not null)
                return;
            Reset();
            done();
            await ReloadAsync();
        }
        finally
        {
            isBusy = false;
        }
    }
}
