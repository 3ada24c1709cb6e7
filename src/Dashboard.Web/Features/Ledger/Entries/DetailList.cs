using System.Text.Json.Nodes;

namespace Dashboard.Web.Features.Ledger.Entries;

/// <summary>The details of an entry as lines of text. Nested names are joined, and simple lists are on one line.</summary>
internal static class DetailList
{
    public static IReadOnlyList<DetailLine> Of(JsonObject? details) => details is null ? [] : [.. Lines(details, "")];

    private static IEnumerable<DetailLine> Lines(JsonObject details, string path) => details.SelectMany(member =>
    {
        var name = path.Length == 0 ? LedgerText.Field(member.Key) : $"{path} › {LedgerText.Field(member.Key)}";
        return member.Value switch
        {
            JsonObject inner => Lines(inner, name),
            JsonArray list when list.Any(item => item is JsonObject or JsonArray) => list.SelectMany((item, place) => Items(item, $"{name} {place + 1}")),
            JsonArray list => [new(name, string.Join(", ", list.Select(Text)))],
            _ => [new(name, Text(member.Value))],
        };
    });

    private static IEnumerable<DetailLine> Items(JsonNode? item, string name) =>
        item is JsonObject inner ? Lines(inner, name) : [new DetailLine(name, Text(item))];

    private static string Text(JsonNode? value) => value switch
    {
        null => "none",
        JsonValue text when text.TryGetValue(out string? words) => words,
        JsonValue flag when flag.TryGetValue(out bool yes) => yes ? "yes" : "no",
        _ => value.ToJsonString(),
    };
}

public sealed record DetailLine(string Name, string Value);
