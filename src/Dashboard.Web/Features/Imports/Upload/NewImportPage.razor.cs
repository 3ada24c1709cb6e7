using Dashboard.Core;
using Dashboard.Web.Controls.Forms;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Imports.Upload;

/// <summary>
/// The form that js/upload.js sends; the files do not pass through the circuit. The script reads the scope and the time from the page, as the
/// reader sees them, and the source from a hidden field that changes together with the source's name.
/// </summary>
public sealed partial class NewImportPage
{
    private static readonly IReadOnlyList<Choice<bool>> Scopes = [new(true, "Everything the source has now"), new(false, "A part of it")];

    private bool isComplete;
    private DateOnly? asOfDay;
    private TimeOnly? asOfTime;
    private long? chosenId;

    [PersistentState] public ImportOffer? Offer { get; set; }

    [SupplyParameterFromQuery(Name = "source")] private long? SourceId { get; set; }

    [Inject] private PrepareImport Prepare { get; set; } = null!;

    protected override string? RestoredKey => Offer is null ? null : LoadKey;

    private IReadOnlyList<Choice<long?>> Sources => [.. Offer!.Sources.Select(source => new Choice<long?>(source.Id, source.Name))];

    private OfferedSource? Chosen => Offer?.Sources.FirstOrDefault(source => source.Id == chosenId);

    protected override bool ReloadsOn(ChangeTopic topic) => topic is ChangeTopic.Sources;

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        if (chosenId is null)
            Choose(SourceId ?? (Offer is { Sources: [var only] } ? only.Id : null));
    }

    protected override async Task<Refusal?> LoadAsync(CancellationToken cancellationToken)
    {
        var offer = await Prepare.HandleAsync(cancellationToken);
        Offer = offer.IsDone ? offer.Value : null;
        return offer.Refusal;
    }

    private static string Meaning(bool complete) => complete
        ? "Complete: what the files do not list counts as gone. Only a complete import can verify a deletion."
        : "Partial: adds and changes only. What the files do not list stays as it is, and nothing is verified absent.";

    private void Choose(long? id)
    {
        chosenId = id;
        isComplete = Chosen?.IsComplete ?? false;
    }
}
