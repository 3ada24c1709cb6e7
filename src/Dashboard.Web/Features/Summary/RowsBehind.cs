using Dashboard.Core.Findings;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Features.Imports.List;

namespace Dashboard.Web.Features.Summary;

/// <summary>The URLs of the rows that each figure counts; null if the reader may not open them.</summary>
internal sealed class RowsBehind(SummaryAnswer summary)
{
    public string? Sources => summary.MayOpen.Sources ? "/sources" : null;

    /// <summary>The imports that the week's changes come from.</summary>
    public string? Imports => summary.MayOpen.Imports ? ImportsAddress.AppliedSince(SourceKind.Inventory, summary.Week.Since) : null;

    /// <summary>Copies of every classification: a deletion counts whatever was deleted.</summary>
    public string? VerifiedAbsent => summary.MayOpen.Inventory ? $"/inventory?state={Lower(CopyState.VerifiedAbsent)}" : null;

    public string? Waves => summary.MayOpen.Waves ? "/migration" : null;

    public string? Copies(Position? position = null, CopyRole? role = null, CopyState? state = null, long? locationId = null, long? classificationId = null)
    {
        if (!summary.MayOpen.Inventory)
            return null;
        var filters = new List<string>();
        if (position is not null)
            filters.Add($"position={Lower(position)}");
        if (role is not null)
            filters.Add($"role={Lower(role)}");
        if (state is not null)
            filters.Add($"state={Lower(state)}");
        if (locationId is not null)
            filters.Add($"location={locationId}");
        filters.AddRange((classificationId is { } one ? [one] : summary.MustBeInside).Select(id => $"classification={id}"));
        if (state is null)
            filters.Add("counted=yes");
        return $"/inventory?{string.Join('&', filters)}";
    }

    public string? Datasets(Stage stage) => summary.MayOpen.Datasets ? $"/migration/datasets?stage={Lower(stage)}" : null;

    public string? Datasets(FindingKind kind) => summary.MayOpen.Datasets ? $"/migration/datasets?finding={Lower(kind)}" : null;

    public string? Datasets(string risk) => summary.MayOpen.Datasets ? $"/migration/datasets?risk={risk}" : null;

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();
}
