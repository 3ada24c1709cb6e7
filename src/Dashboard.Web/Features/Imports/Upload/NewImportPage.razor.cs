using Dashboard.Core;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Imports.Upload;

/// <summary>The form that js/upload.js sends. Only choosing a source uses the circuit; the files do not pass through it.</summary>
public sealed partial class NewImportPage
{
    private bool isComplete;
    private long? chosenId;

    [PersistentState] public ImportOffer? Offer { get; set; }

    [SupplyParameterFromQuery(Name = "source")] private long? SourceId { get; set; }

    [Inject] private PrepareImport Prepare { get; set; } = null!;

    protected override string? RestoredKey => Offer is null ? null : LoadKey;

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

    private void Choose(ChangeEventArgs args) => Choose(long.TryParse(args.Value as string, out var id) ? id : null);

    private void Choose(long? id)
    {
        chosenId = id;
        isComplete = Chosen?.IsComplete ?? false;
    }
}
