using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Forms;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Web.Features.Migration.Comparisons;

/// <summary>The form of a comparison. It closes after the comparison is recorded.</summary>
public sealed partial class RecordComparisonDialog
{
    private static readonly IReadOnlyList<Choice<ComparisonMethod>> Methods = [.. Enum.GetValues<ComparisonMethod>().Select(method => new Choice<ComparisonMethod>(method, ComparisonText.Of(method)))];
    private static readonly IReadOnlyList<Choice<ComparisonResult?>> Results = [new(ComparisonResult.Equal, "Equal"), new(ComparisonResult.Different, "Different")];

    private ComparisonChoices? choices;
    private ComparedChoice? inside;
    private ComparedChoice? outside;
    private ComparisonMethod method;
    private ComparisonResult? result;
    private long? sampleSize;
    private long? mismatches;
    private DateOnly? comparedOn;
    private TimeOnly? comparedAt;
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
        // The stage rule compares with the first copy outside, so it is preselected. A copy inside is preselected only if it is the only one.
        (inside, outside) = (choices.Inside.Count == 1 ? choices.Inside[0] : null, choices.Outside.Count > 0 ? choices.Outside[0] : null);
    }

    private async Task SaveAsync()
    {
        if (inside is null || outside is null || result is not { } found || comparedOn is not { } day || comparedAt is not { } time)
            return;
        busy = true;
        var recorded = await Recording.HandleAsync(
            new(
                DatasetId, inside.CopyId, inside.Seen, outside.CopyId, outside.Seen,
                new(method, sampleSize, mismatches, found, new(day.ToDateTime(time, DateTimeKind.Utc)), comparedBy, link, hash, note)),
            CancellationToken.None).OrRefusal();
        (busy, refused) = (false, recorded.Refusal?.Message);
        if (recorded.IsDone)
            Dialog.Close();
    }
}
