using Dashboard.Core;
using Dashboard.Web.Controls.Forms;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Web.Features.Sources;

public sealed partial class SourcePage
{
    private SourceDraft? draft;
    private long editedVersion;
    private string? refused;
    private bool busy;

    [Parameter] public long Id { get; set; }

    [PersistentState] public SourceDetails? Details { get; set; }

    [Inject] private GetSource Get { get; set; } = null!;

    [Inject] private ISnackbar Notices { get; set; } = null!;

    [Inject] private ReviseSource Revise { get; set; } = null!;

    protected override string LoadKey => $"{Id}";

    protected override string? RestoredKey => Details is null ? null : $"{Details.Source.Id}";

    protected override bool ReloadsOn(ChangeTopic topic) => topic is ChangeTopic.Sources;

    protected override async Task<Refusal?> LoadAsync(CancellationToken cancellationToken)
    {
        var details = await Get.HandleAsync(Id, cancellationToken);
        Details = details.IsDone ? details.Value : null;
        return details.Refusal;
    }

    /// <summary>Remembers the version that the form starts with, so that saving cannot overwrite someone else's change in between.</summary>
    private void Edit() => (draft, editedVersion, refused) = (SourceDraft.Of(Details!), Details!.Version, null);

    private async Task SaveAsync()
    {
        busy = true;
        var revised = await Revise.HandleAsync(
            new(Id, editedVersion, draft!.Name, draft.ExpectedIntervalHours, draft.LocationId, draft.IsComplete, draft.MaxRejectedPercent), Leaving).OrRefusal();
        (busy, refused) = (false, revised.Refusal?.Message);
        if (!revised.IsDone)
            return;
        draft = null;
        await ReloadAsync();
        Notices.Done("The source was saved.");
    }
}
