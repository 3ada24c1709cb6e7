using System.Text.Json.Nodes;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;

namespace Dashboard.Core.Summary;

/// <summary>The ledger entry for a day's figures. A figure that is changed later contradicts its entry.</summary>
public static class FiguresDerived
{
    /// <param name="programme">The figures of the whole programme.</param>
    /// <param name="moves">The stage moves that came with it, for example when a boundary rule came into force.</param>
    public static LedgerDraft Of(DailyFigure programme, StageMoves moves) => new(
        LedgerActions.FiguresDerived, LedgerSubjects.Programme,
        $"derived the figures for {programme.Day:yyyy-MM-dd}: {programme.Pivoted:N0} of {programme.Datasets:N0} datasets pivoted, {programme.CopiesOutside:N0} {(programme.CopiesOutside == 1 ? "copy" : "copies")} outside, {programme.CopiesUnknown:N0} unknown")
    {
        Related = moves.Related(),
        Details = Details(programme, moves),
    };

    private static JsonObject Details(DailyFigure figure, StageMoves moves)
    {
        var details = new JsonObject
        {
            ["day"] = $"{figure.Day:yyyy-MM-dd}",
            ["copies"] = Split(figure.CopiesInside, figure.CopiesOutside, figure.CopiesUnknown),
            ["bytes"] = Split(figure.BytesInside, figure.BytesOutside, figure.BytesUnknown),
            ["backupsOutside"] = new JsonObject
            {
                ["copies"] = LedgerDetails.Number(figure.BackupCopiesOutside),
                ["bytes"] = LedgerDetails.Number(figure.BackupBytesOutside),
            },
            ["datasets"] = new JsonObject
            {
                ["notStarted"] = LedgerDetails.Number(figure.NotStarted),
                ["copying"] = LedgerDetails.Number(figure.Copying),
                ["verified"] = LedgerDetails.Number(figure.Verified),
                ["cutOver"] = LedgerDetails.Number(figure.CutOver),
                ["retiring"] = LedgerDetails.Number(figure.Retiring),
                ["pivoted"] = LedgerDetails.Number(figure.Pivoted),
            },
        };
        if (figure.TrafficDay is { } day)
        {
            details["traffic"] = new JsonObject
            {
                ["day"] = $"{day:yyyy-MM-dd}",
                ["requestsInside"] = LedgerDetails.Number(figure.RequestsInside),
                ["requests"] = LedgerDetails.Number(figure.RequestsInside + figure.RequestsOutside + figure.RequestsUnknown),
            };
        }

        foreach (var (name, value) in moves.ToDetails())
            details[name] = value?.DeepClone();
        return details;
    }

    private static JsonObject Split(long inside, long outside, long unknown) => new()
    {
        ["inside"] = LedgerDetails.Number(inside),
        ["outside"] = LedgerDetails.Number(outside),
        ["unknown"] = LedgerDetails.Number(unknown),
    };
}
