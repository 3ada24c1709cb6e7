using System.Data.Common;
using Dashboard.Core;
using Dashboard.Web.Databases;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Shell;

/// <summary>
/// A page or component that loads its data, says why loading failed, and loads again when the data changes. On an interactive page, keep the
/// data in a <c>[PersistentState]</c> property, so that prerendered rows are not loaded twice. On a static page, <see cref="LiveRefresh"/>
/// requests the page again.
/// </summary>
public abstract class LoadedPage : ComponentBase, IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource leaving = new();
    private IDisposable? listener;
    private string? loaded;

    protected LoadedPage() => Leaving = leaving.Token;

    /// <summary>Why the data could not be loaded; null if it was.</summary>
    protected string? Problem { get; private set; }

    /// <summary>Canceled when the reader leaves.</summary>
    protected CancellationToken Leaving { get; }

    /// <summary>Identifies the data that the parameters ask for. A different value loads again.</summary>
    protected virtual string LoadKey => "";

    /// <summary>The <see cref="LoadKey"/> of the data restored from prerendering; null if nothing was restored.</summary>
    protected virtual string? RestoredKey => null;

    /// <summary>True for the topics after which the data must be loaded again.</summary>
    protected virtual bool ReloadsOn(ChangeTopic topic) => false;

    [Inject] private ChangeNotices Notices { get; set; } = null!;

    [Inject] private PageTopics Topics { get; set; } = null!;

    /// <summary>Loads the data. Returns the refusal, if any.</summary>
    protected abstract Task<Refusal?> LoadAsync(CancellationToken cancellationToken);

    protected override async Task OnParametersSetAsync()
    {
        loaded ??= RestoredKey;
        if (loaded != LoadKey)
            await ReloadAsync();
        Topics.Add(Enum.GetValues<ChangeTopic>().Where(ReloadsOn));
    }

    /// <summary>Listens only in a circuit; a prerendered page gets no notices.</summary>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            listener = Notices.Listen(topic => { if (ReloadsOn(topic)) _ = InvokeAsync(RefreshAsync); });
    }

    /// <summary>Loads again. The page keeps its content until the new data arrives.</summary>
    protected Task ReloadAsync() => TryReloadAsync();

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

    /// <summary>Loads after a change. If the database does not answer, the page keeps what it shows and what was typed, and tries again.</summary>
    private protected async Task RefreshAsync()
    {
        var shown = Problem;
        while (!leaving.IsCancellationRequested && !await TryReloadAsync())
        {
            Problem = shown;
            await Task.Delay(RetryAfter);
        }

        if (!leaving.IsCancellationRequested)
            StateHasChanged();
    }

    /// <returns>False if the database did not answer.</returns>
    private async Task<bool> TryReloadAsync()
    {
        loaded = LoadKey;
        try
        {
            Problem = (await LoadAsync(Leaving))?.Message;
            return true;
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception failure) when (failure is DbException || DatabaseErrors.MeaningOf(failure) is not DatabaseTrouble.Other)
        {
            Problem = "The database did not answer.";
            return false;
        }
    }
}
