using Dashboard.Core;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Dashboard.Web.Features.Views;

/// <summary>The reader's views of the page that it stands on: to open, save and remove them. On a page that cannot be saved it shows nothing.</summary>
public sealed partial class ViewsMenu
{
    private string name = "";
    private string said = "";
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

    /// <summary>Where a view leads, given its address: for a page that keeps more of its own address than a view does.</summary>
    [Parameter] public Func<string, string>? Leads { get; set; }

    [PersistentState] public IReadOnlyList<ViewRow>? Views { get; set; }

    [PersistentState] public string? ViewsOf { get; set; }

    [Inject] private ViewPages Pages { get; set; } = null!;

    [Inject] private ListViews List { get; set; } = null!;

    [Inject] private SaveView Save { get; set; } = null!;

    [Inject] private RemoveView Remove { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override string Asked => Page;

    protected override string? Restored => ViewsOf;

    private ViewPage? Known => Pages.Find(Page);

    private string Query => new Uri(Navigation.Uri).Query;

    /// <summary>The view that the page shows now. What goes without saying may have been another thing when a view was saved.</summary>
    private ViewRow? Current => Known is { } page && page.Canonical(Query) is var query ? Views?.FirstOrDefault(view => page.Canonical(view.Query) == query) : null;

    protected override void OnInitialized() => Navigation.LocationChanged += Moved;

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
        Navigation.LocationChanged -= Moved;
        base.Dispose(disposing);
    }

    private void Moved(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(() =>
    {
        Forget();
        StateHasChanged();
    });

    private string Href(ViewRow view) => Leads is null ? Page + view.Query : Leads(Page + view.Query);

    private void Forget() => (said, refusal, removed, isNaming) = ("", null, null, false);

    private void AskForName()
    {
        Forget();
        (name, isNaming, next) = ("", true, () => field);
    }

    private void StopNaming()
    {
        Forget();
        next = () => summary;
    }

    private Task SaveAsync() => ActAsync(
        async () => (await Save.HandleAsync(new(Page, Query, name), Gone)).Refusal,
        () => (said, next) = ($"Saved as “{name.Trim()}”.", () => summary));

    private Task RemoveAsync(ViewRow view) => ActAsync(
        async () => (await Remove.HandleAsync(new(Page, view.Id), Gone)).Refusal,
        () => (said, removed, next) = ($"Removed “{view.Name}”.", view, () => undo));

    private Task PutBackAsync()
    {
        var view = removed!;
        return ActAsync(
            async () => (await Save.HandleAsync(new(Page, view.Query, view.Name), Gone)).Refusal,
            () => (said, next) = ($"“{view.Name}” is back.", () => summary));
    }

    /// <summary>Does one thing at a time: a second press while the first is under way does nothing.</summary>
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
            Forget();
            done();
            await ReloadAsync();
        }
        finally
        {
            isBusy = false;
        }
    }
}
