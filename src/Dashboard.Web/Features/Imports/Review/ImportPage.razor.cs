using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Web.Controls.Forms;
using Dashboard.Web.Controls.Tables;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Web.Features.Imports.Review;

/// <summary>One import, from its arrival to what it changed. Users can leave and come back, because the server has all its state.</summary>
public sealed partial class ImportPage
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);

    private string? refused;
    private bool acting;

    [Parameter] public long Id { get; set; }

    [PersistentState] public ImportDetails? Details { get; set; }

    [Inject] private GetImport Get { get; set; } = null!;

    [Inject] private ConfirmImport Confirm { get; set; } = null!;

    [Inject] private CancelImport Cancel { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    protected override string LoadKey => $"{Id}";

    protected override string? RestoredKey => Details is null ? null : $"{Details.Id}";

    protected override bool ReloadsOn(ChangeTopic topic) => topic is ChangeTopic.Imports;

    protected override async Task<Refusal?> LoadAsync(CancellationToken cancellationToken)
    {
        var details = await Get.HandleAsync(Id, cancellationToken);
        Details = details.IsDone ? details.Value : null;
        return details.Refusal;
    }

    protected override void OnAfterRender(bool firstRender)
    {
        base.OnAfterRender(firstRender);
        if (firstRender)
            _ = FollowAsync();
    }

    private static string Opening(ImportDetails import)
    {
        var what = import.Format ?? (import.IsUnderWay ? "A file" : "A file that was not recognized");
        return $"{char.ToUpperInvariant(what[0])}{what[1..]}";
    }

    /// <summary>Refreshes twice a second while the import runs. Notices report all other changes.</summary>
    private async Task FollowAsync()
    {
        using var timer = new PeriodicTimer(PollInterval, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(Leaving))
            {
                if (Details?.IsUnderWay == true)
                    await InvokeAsync(RefreshAsync);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed.
        }
    }

    private async Task ConfirmAsync(long? rowsSeen)
    {
        var import = Details!;
        if (import.Counts.Vanished > 0 && !await AskAsync(import))
            return;
        await ActAsync(() => Confirm.HandleAsync(new(import.Id, import.Version, rowsSeen), Leaving));
    }

    private Task CancelAsync() => ActAsync(() => Cancel.HandleAsync(Id, Leaving));

    private Task<bool> AskAsync(ImportDetails import) => new Confirmation(
        $"Mark {ImportText.Counted(import.Counts.Vanished, import.Source.Kind)} as missing?",
        $"Import {import.Id} from {import.Source.Name}",
        "No one ordered their deletion, so each dataset gets a finding. To undo this, you need a later import that lists them again.",
        "Apply the import")
    {
        Count = ImportText.Changes(import.Counts),
    }.AskAsync(Dialogs);

    private async Task ActAsync(Func<Task<Result>> act)
    {
        acting = true;
        refused = (await act().OrRefusal()).Refusal?.Message;
        await ReloadAsync();
        acting = false;
    }
}
