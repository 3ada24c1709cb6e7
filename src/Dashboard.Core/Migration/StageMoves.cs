using System.Text.Json.Nodes;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;

namespace Dashboard.Core.Migration;

/// <summary>Which datasets changed stage in one change, and from what to what: for the entry that tells of it.</summary>
public sealed class StageMoves
{
    /// <summary>How many of the datasets an entry names, so that it stays within its largest size. It counts all of them.</summary>
    public const int MostRelated = 500;

    private readonly Dictionary<long, (Stage? From, Stage? To)> moves = [];

    /// <summary>How many datasets stand elsewhere than before.</summary>
    public int Count => moves.Count;

    /// <summary>Takes note of a move. A dataset that moves twice counts once, and not at all when it came back.</summary>
    /// <param name="from">Null while, or because, it need not be inside.</param>
    /// <param name="to">As <paramref name="from"/>.</param>
    public void Add(long datasetId, Stage? from, Stage? to)
    {
        var first = moves.TryGetValue(datasetId, out var earlier) ? earlier.From : from;
        if (first == to)
            moves.Remove(datasetId);
        else
            moves[datasetId] = (first, to);
    }

    /// <summary>How many datasets moved, and for each pair of stages how many: at most a line for each pair, whatever their number.</summary>
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

    /// <summary>The datasets that moved, at most so many of them.</summary>
    public IReadOnlyList<LedgerSubject> Related(int most = MostRelated) =>
        [.. moves.Keys.Order().Take(most).Select(id => LedgerSubjects.OfDataset(id))];

    private static string Word(Stage? stage) => stage is { } known ? Naming.Of(known) : "no stage";
}
