using System.Text.Json.Nodes;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;

namespace Dashboard.Core.Migration;

/// <summary>The datasets whose stage changed in one operation, each with its old and new stage, for the ledger entry.</summary>
public sealed class StageMoves
{
    /// <summary>The most datasets that an entry names, so that it stays within its maximum size. Its count includes all of them.</summary>
    public const int MostRelated = 500;

    private readonly Dictionary<long, (Stage? From, Stage? To)> moves = [];

    /// <summary>The number of datasets whose stage changed.</summary>
    public int Count => moves.Count;

    /// <summary>Records a move. A dataset that moves twice counts once; one that moves back does not count.</summary>
    /// <param name="from">Null if the dataset does not have to be inside.</param>
    /// <param name="to">Same as <paramref name="from"/>.</param>
    public void Add(long datasetId, Stage? from, Stage? to)
    {
        var first = moves.TryGetValue(datasetId, out var earlier) ? earlier.From : from;
        if (first == to)
            moves.Remove(datasetId);
        else
            moves[datasetId] = (first, to);
    }

    /// <summary>How many datasets moved, in total and for each pair of stages: one line per pair, however many datasets there are.</summary>
    public JsonObject ToDetails() => new()
    {
        ["datasetsMovedStage"] = moves.Count,
        ["stageMoves"] = new JsonArray([
            .. moves.Values.GroupBy(move => move)
                .OrderBy(same => same.Key.From).ThenBy(same => same.Key.To)
                .Select(same => new JsonObject
                {
                    ["from"] = Word(same.Key.From),
                    ["to"] = Word(same.Key.To),
                    ["datasets"] = same.Count(),
                }),
        ]),
    };

    /// <summary>The datasets that moved, up to a maximum number.</summary>
    public IReadOnlyList<LedgerSubject> Related(int most = MostRelated) =>
        [.. moves.Keys.Order().Take(most).Select(id => LedgerSubjects.OfDataset(id))];

    private static string Word(Stage? stage) => stage is { } known ? Naming.Of(known) : "no stage";
}
