using System.Data.Common;
using Dashboard.Core;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Shell;

/// <summary>
/// A page or component that loads its data, says why loading failed, and loads again when the data changes. Keep the data in a
/// <c>[PersistentState]</c> property, so that prerendered rows are not loaded twice.
/// </summary>
public abstract class LoadedPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private IDisposable? listener;
    private string? loaded;

    /// <summary>Why the data could not be loaded; null if it was.</summary>
    protected string? Problem { get; private set; }

    /// <summary>Canceled when the reader leaves.</summary>
    protected CancellationToken Gone => leaving.Token;

    /// <summary>Identifies the data that the parameters ask for. A different value loads again.</summary>
    protected virtual string Asked => "";

    /// <summary>The <see cref="Asked"/> of the data restored from prerendering; null if nothing was restored.</summary>
    protected virtual string? Restored => null;

    /// <summary>True for the topics after which the data must be loaded again.</summary>
    protected virtual bool Heeds(ChangeTopic topic) => false;

    [Inject] private ChangeNotices Notices { get; set; } = null!;

    /// <summary>Loads the data. Returns the refusal, if any.</summary>
    protected abstract Task<Refusal?> LoadAsync(CancellationToken cancellationToken);

    protected override Task OnParametersSetAsync()
    {
        loaded ??= Restored;
        return loaded == Asked ? Task.CompletedTask : ReloadAsync();
    }

    /// <summary>Listens only in a circuit; a prerendered page gets no notices.</summary>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            listener = Notices.Listen(topic => { if (Heeds(topic)) _ = InvokeAsync(RefreshAsync); });
    }

    /// <summary>Loads again. The page keeps its content until the new data arrives.</summary>
    protected async Task ReloadAsync()
    {
        loaded = Asked;
        try
        {
            Problem = (await LoadAsync(Gone))?.Message;
        }
        catch (OperationCanceledException) when (Gone.IsCancellationRequested)
        {
        }
        catch (DbException)
        {
            Problem = "The database did not answer.";
        }
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        listener?.Dispose();
        leaving.Cancel();
        leaving.Dispose();
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    private protected async Task RefreshAsync()
    {
        if (leaving.IsCancellationRequested)
            return;
        await ReloadAsync();
        StateHasChanged();
    }
}
