using System.Data.Common;
using Dashboard.Core;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Shell;

/// <summary>
/// A page or part that loads what it shows, says why it could not, and loads again when somebody changed it. What it shows belongs in a
/// <c>[PersistentState]</c> property, so that the prerendered rows are not asked for twice.
/// </summary>
public abstract class LoadedPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private IDisposable? listener;
    private string? loaded;

    /// <summary>Why there is nothing to show; null when there is.</summary>
    protected string? Problem { get; private set; }

    /// <summary>Ends when the reader leaves.</summary>
    protected CancellationToken Gone => gone.Token;

    /// <summary>What the parameters ask for: another value loads anew.</summary>
    protected virtual string Asked => "";

    /// <summary>What was restored from prerendering, as <see cref="Asked"/> names it; null when nothing was.</summary>
    protected virtual string? Restored => null;

    protected virtual bool Heeds(ChangeTopic topic) => false;

    [Inject] private ChangeNotices Notices { get; set; } = null!;

    /// <summary>Loads, and returns the refusal where there is one.</summary>
    protected abstract Task<Refusal?> LoadAsync(CancellationToken cancellationToken);

    protected override Task OnParametersSetAsync()
    {
        loaded ??= Restored;
        return loaded == Asked ? Task.CompletedTask : ReloadAsync();
    }

    /// <summary>Listens only in a circuit: a prerendered page is never told of anything.</summary>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            listener = Notices.Listen(topic => { if (Heeds(topic)) _ = InvokeAsync(RefreshAsync); });
    }

    /// <summary>Loads again; what is on the page stays there until the answer is in.</summary>
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
        gone.Cancel();
        gone.Dispose();
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    private protected async Task RefreshAsync()
    {
        if (gone.IsCancellationRequested)
            return;
        await ReloadAsync();
        StateHasChanged();
    }
}
