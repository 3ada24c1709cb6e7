using System.Text.Json.Nodes;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Ledger;

namespace Dashboard.Web.Features.Migration;

/// <summary>The ledger entry of datasets that move to another wave.</summary>
internal static class WaveMove
{
    /// <summary>Most datasets that an entry names, so that it stays below the maximum size. Likewise for their previous waves.</summary>
    private const int MostDatasets = 500;

    private const int MostWaves = 50;

    /// <summary>Call this before the datasets move. The subject is the target wave, or the programme if they leave their waves.</summary>
    public static LedgerDraft Of(IReadOnlyList<Dataset> datasets, IReadOnlyDictionary<long, Wave> waves, long? toId)
    {
        var to = toId is { } id ? waves[id] : null;
        var origins = datasets.GroupBy(dataset => dataset.WaveId)
            .Select(same => (Wave: same.Key is { } from ? waves[from] : null, Datasets: same.Count()))
            .OrderByDescending(origin => origin.Datasets).ThenBy(origin => origin.Wave?.Id)
            .Take(MostWaves).ToArray();
        var what = datasets.Count == 1 ? $"the dataset “{datasets[0].Name}”" : $"{datasets.Count} datasets";
        return new(
            LedgerActions.DatasetsMoved,
            to is null ? LedgerSubjects.Programme : LedgerSubjects.Of(to),
            to is not null ? $"moved {what} to the wave “{to.Name}”" : $"removed {what} from {(datasets.Count == 1 ? "its wave" : "their waves")}")
        {
            Changes = [.. origins.Select(origin => new FieldChange("wave", origin.Wave?.Name, to?.Name))],
            Related =
            [
                .. origins.Where(origin => origin.Wave is not null).Select(origin => LedgerSubjects.Of(origin.Wave!) with { Name = null }),
                .. datasets.OrderBy(dataset => dataset.Id).Take(MostDatasets).Select(dataset => LedgerSubjects.OfDataset(dataset.Id)),
            ],
            Details = new()
            {
                ["datasets"] = datasets.Count,
                ["from"] = new JsonArray([.. origins.Select(Origin)]),
            },
        };
    }

    private static JsonObject Origin((Wave? Wave, int Datasets) origin) =>
        new() { ["wave"] = origin.Wave?.Name ?? "no wave", ["datasets"] = origin.Datasets };
}
