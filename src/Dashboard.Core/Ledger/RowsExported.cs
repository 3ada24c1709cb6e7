using System.Text.Json.Nodes;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;

namespace Dashboard.Core.Ledger;

/// <summary>An export of many rows, recorded before the first row leaves the dashboard.</summary>
/// <param name="What">The words after “exported …”: <c>copies</c>.</param>
/// <param name="Rows">Null if they were not counted.</param>
public sealed record RowsExported(LedgerSubject Subject, string What, string Format, long? Rows)
{
    /// <summary>Longer than any request line, so that no filter from a URL is truncated.</summary>
    private const int LongestFilter = 8_000;

    private const int MostRelated = 100;

    /// <summary>False if counting was stopped early: there are at least this many.</summary>
    public bool IsExact { get; init; } = true;

    /// <summary>As written in the URL, percent-encoded; empty for all rows.</summary>
    public string? Filter { get; init; }

    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The systems whose rows the member may see; null for all systems.</summary>
    public IReadOnlyList<string>? OwnSystems { get; init; }

    /// <summary>Describes the file, if a stored file is handed out unchanged.</summary>
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
