using System.Text.Json.Nodes;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;

namespace Dashboard.Core.Ledger;

/// <summary>Rows that are about to leave the dashboard in bulk. Recorded before the first of them does.</summary>
/// <param name="What">As it ends “exported …”: <c>copies</c>.</param>
/// <param name="Rows">Null where nobody has counted them.</param>
public sealed record RowsExported(LedgerSubject Subject, string What, string Format, long? Rows)
{
    /// <summary>A request line is shorter, so nothing of a filter that came by one is lost.</summary>
    private const int LongestFilter = 8_000;

    private const int MostRelated = 100;

    /// <summary>False when counting was given up: there are at least so many.</summary>
    public bool IsExact { get; init; } = true;

    /// <summary>As in the address, percent-encoded; empty for all rows.</summary>
    public string? Filter { get; init; }

    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The systems whose rows the member sees; null when all of them.</summary>
    public IReadOnlyList<string>? OwnSystems { get; init; }

    /// <summary>The file that is handed out as it is.</summary>
    public JsonObject? File { get; init; }

    public IEnumerable<LedgerSubject> Related { get; init; } = [];

    public LedgerDraft ToDraft() => new(LedgerActions.RowsExported, Subject, $"exported {What}{Counted()} as {Format}")
    {
        Related = [.. Related.DistinctBy(subject => (subject.Kind, subject.Id)).Take(MostRelated)],
        Details = Details(),
    };

    private string Counted() => Rows is null ? "" : $" ({(IsExact ? "" : "at least ")}{Rows:N0} {(Rows == 1 ? "row" : "rows")})";

    private JsonObject Details()
    {
        var details = new JsonObject { ["what"] = What, ["format"] = Format };
        if (Rows is { } rows)
            (details["rows"], details["rowsAre"]) = (LedgerDetails.Number(rows), IsExact ? "exact" : "at least");
        if (Filter is not null)
            details["filter"] = LedgerDetails.Text(Filter, LongestFilter);
        if (Columns.Count > 0)
            details["columns"] = Names(Columns);
        if (OwnSystems is not null)
            details["systems"] = Names(OwnSystems);
        if (File is not null)
            details["file"] = File;
        return details;
    }

    private static JsonArray Names(IEnumerable<string> names) =>
        LedgerDetails.First(names.Select(name => (JsonNode)JsonValue.Create(LedgerDetails.Text(name, 200))), 200, 10_000);
}
