using Dashboard.Core.Migration;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Web.Features.Migration.Comparisons;

/// <summary>The form of a comparison. Closed by itself only when the comparison is on record.</summary>
public sealed partial class RecordComparisonDialog
{
    private ComparisonChoices? choices;
    private ComparedChoice? inside;
    private ComparedChoice? outside;
    private ComparisonMethod method;
    private ComparisonResult? result;
    private long? sampleSize;
    private long? mismatches;
    private DateTime? comparedAt;
    private string comparedBy = "";
    private string? link;
    private string? hash;
    private string note = "";
    private string? refused;
    private bool busy;

    [Parameter, EditorRequired] public long DatasetId { get; set; }

    [CascadingParameter] private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject] private PrepareComparison Preparing { get; set; } = null!;

    [Inject] private RecordComparison Recording { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var prepared = await Preparing.HandleAsync(DatasetId, CancellationToken.None);
        refused = prepared.Refusal?.Message;
        if (!prepared.IsDone)
            return;
        choices = prepared.Value;
        // The first outside is the one that the stage rule asks about; inside it is chosen only where there is no choice.
        (inside, outside) = (choices.Inside.Count == 1 ? choices.Inside[0] : null, choices.Outside.Count > 0 ? choices.Outside[0] : null);
    }

    private async Task SaveAsync()
    {
        if (inside is null || outside is null || result is not { } found || comparedAt is not { } at)
        {
            refused = "Choose both copies and the result, and say when they were compared.";
            return;
        }

        busy = true;
        var recorded = await Recording.HandleAsync(
            new(
                DatasetId, inside.CopyId, inside.Seen, outside.CopyId, outside.Seen,
                new(method, sampleSize, mismatches, found, new(DateTime.SpecifyKind(at, DateTimeKind.Utc)), comparedBy, link, hash, note)),
            CancellationToken.None);
        (busy, refused) = (false, recorded.Refusal?.Message);
        if (recorded.IsDone)
            Dialog.Close();
    }
}
