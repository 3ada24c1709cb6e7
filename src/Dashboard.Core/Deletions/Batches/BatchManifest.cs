using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Deletions;

/// <summary>
/// Exactly what reviewers approve: a line of canonical JSON (RFC 8785) for the batch, then one for each item in the order of their numbers,
/// each ending with a line feed. An approval names the SHA-256 of these bytes. Anyone can compute it from the downloaded file.
/// </summary>
public static class BatchManifest
{
    public const string Format = "dashboard-deletion-manifest/1";

    /// <param name="quorum">The quorum that applies when the batch is submitted.</param>
    /// <returns>Lower-case hex.</returns>
    public static async Task<string> HashAsync(DashboardContext context, DeletionBatch batch, int quorum, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var line in LinesAsync(context, batch, quorum, cancellationToken))
            hash.AppendData(line);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The file, line by line, each with its line feed.</summary>
    public static async IAsyncEnumerable<byte[]> LinesAsync(
        DashboardContext context, DeletionBatch batch, int quorum, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = context.ItemsOf(batch).Where(item => ItemStates.Listed.Contains(item.State));
        yield return Line(Header(batch, quorum, await items.LongCountAsync(cancellationToken)));
        var lines =
            from item in items
            join dataset in context.Datasets on item.DatasetId equals dataset.Id
            join location in context.Locations on item.LocationId equals location.Id
            join source in context.Sources on item.SourceId equals source.Id
            orderby item.Number
            select new { item, dataset.Urn, Location = location.Key, Source = source.Key };
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return Line(Item(line.item, line.Urn, line.Location, line.Source));
    }

    private static JsonObject Header(DeletionBatch batch, int quorum, long items) => new()
    {
        ["format"] = Format,
        ["batch"] = batch.Id,
        ["name"] = batch.Name,
        ["reason"] = batch.Reason,
        ["insideReason"] = batch.InsideReason,
        ["proposer"] = batch.Proposer,
        ["method"] = batch.Method.ToString(),
        ["technique"] = batch.Technique,
        ["gates"] = new JsonArray([.. GateList.All.Select(gate => JsonValue.Create(gate.ToString()))]),
        ["quorum"] = quorum,
        ["items"] = items,
    };

    private static JsonObject Item(DeletionItem item, string dataset, string location, string source) => new()
    {
        ["number"] = item.Number,
        ["source"] = source,
        ["resource"] = item.ResourceId,
        ["dataset"] = dataset,
        ["location"] = location,
        ["role"] = item.Role.ToString(),
        ["bytes"] = LedgerDetails.Number(item.Bytes),
        ["records"] = item.Records is { } records ? LedgerDetails.Number(records) : null,
        ["fingerprint"] = item.Fingerprint,
        ["retainUntil"] = item.RetainUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static byte[] Line(JsonObject line) => [.. CanonicalJson.Serialize(line), (byte)'\n'];
}
