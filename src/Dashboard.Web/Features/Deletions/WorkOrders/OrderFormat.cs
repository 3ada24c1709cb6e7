using System.Globalization;
using System.Text.Json.Nodes;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;

namespace Dashboard.Web.Features.Deletions.WorkOrders;

/// <summary>
/// A work order as executors fetch it: canonical JSON in a DSSE envelope signed with the ledger's key. The bytes of an
/// order do not change until its items do.
/// </summary>
internal static class OrderFormat
{
    public const string PayloadType = "application/vnd.dashboard.work-order+json";

    private const string Format = "dashboard-work-order/1";

    /// <param name="withheld">Items of the batch at this location that must not be deleted now, with their closed gates.</param>
    public static byte[] ToPayload(
        WorkOrder order, DeletionBatch batch, Location location, string origin, IReadOnlyList<OrderedItem> items, IReadOnlyList<OrderedItem> withheld) =>
        CanonicalJson.Serialize(new JsonObject
        {
            ["format"] = Format,
            ["origin"] = origin,
            ["workOrder"] = order.Id,
            ["batch"] = batch.Id,
            ["name"] = batch.Name,
            ["reason"] = batch.Reason,
            ["method"] = batch.Method.ToString(),
            ["technique"] = batch.Technique,
            ["manifestSha256"] = batch.ManifestHash,
            ["location"] = new JsonObject
            {
                ["key"] = location.Key,
                ["name"] = location.Name,
                ["operator"] = location.Operator,
                ["country"] = location.Country,
                ["region"] = location.Region,
            },
            ["approvals"] = new JsonArray([.. batch.ValidApprovals.OrderBy(approval => approval.At).Select(approval => new JsonObject
            {
                ["name"] = approval.Name,
                ["unit"] = approval.Unit,
                ["at"] = LedgerDetails.Time(approval.At),
            })]),
            ["releasedAt"] = LedgerDetails.Time(order.ReleasedAt),
            ["lapsesAt"] = LedgerDetails.Time(batch.LapsesAt!.Value),
            ["items"] = new JsonArray([.. items.Select(Item)]),
            ["withheld"] = new JsonArray([.. withheld.Select(Withheld)]),
        });

    private static JsonObject Item(OrderedItem ordered) => new()
    {
        ["number"] = ordered.Item.Number,
        ["source"] = ordered.Source,
        ["resource"] = ordered.Item.ResourceId,
        ["dataset"] = ordered.Dataset,
        ["role"] = ordered.Item.Role.ToString(),
        ["bytes"] = LedgerDetails.Number(ordered.Item.Bytes),
        ["records"] = ordered.Item.Records is { } records ? LedgerDetails.Number(records) : null,
        ["fingerprint"] = ordered.Item.Fingerprint,
    };

    private static JsonObject Withheld(OrderedItem ordered) => new()
    {
        ["number"] = ordered.Item.Number,
        ["resource"] = ordered.Item.ResourceId,
        ["closedGates"] = new JsonArray([.. GateList.All.Where(gate => ordered.Item.ClosedGates.HasFlag(gate)).Select(gate => JsonValue.Create(gate.ToString()))]),
    };
}

/// <summary>An item with the dataset and source that its order names.</summary>
/// <param name="Dataset">URN.</param>
/// <param name="Source">The source's key.</param>
internal sealed record OrderedItem(DeletionItem Item, string Dataset, string Source);
