using Dashboard.Core;
using Dashboard.Web.Controls.Forms;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Sources;

public sealed partial class SourcePage
{
    private SourceDraft? draft;
    private long editedVersion;
    private string? refused;
    private bool busy;
    private bool saved;

    [Parameter] public long Id { get; set; }

    [PersistentState] public SourceDetails? Details { get; set; }

    [Inject] private GetSource Get { get; set; } = null!;

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
    private void Edit() => (draft, editedVersion, refused, saved) = (SourceDraft.Of(Details!), Details!.Version, null, false);

    private async Task SaveAsync()
    {
        busy = true;
        var revised = await Revise.HandleAsync(
            new(Id, editedVersion, draft!.Name, draft.ExpectedIntervalHours, draft.LocationId, draft.IsComplete, draft.MaxRejectedPercent), Leaving).OrRefusal();
        (busy, refused, saved) = (false, revised.Refusal?.Message, revised.IsDone);
        if (!revised.IsDone)
            return;
        draft = null;
        await ReloadAsync();
    }
}
