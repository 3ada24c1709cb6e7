using Dashboard.Core;
using Dashboard.Core.Deletions;

namespace Dashboard.Web.Features.Deletions.Items;

/// <summary>The filter for a batch's items, as written in the URL.</summary>
/// <param name="Gate">A gate that holds the items back.</param>
/// <param name="Text">The start of a resource id, or a dataset's URN.</param>
public sealed record ItemFilter(ItemState? State = null, Gates? Gate = null, long? LocationId = null, string? Text = null)
{
    public static readonly ItemFilter None = new();

    public static ItemFilter Read(string? state, string? gate, long? location, string? text) => new(
        ParseState(state), GateText.Parse(gate), location, string.IsNullOrWhiteSpace(text) || text.Length > 300 ? null : text.Trim());

    public static ItemState? ParseState(string? text) =>
        Enum.GetValues<ItemState>().Where(state => Key(state) == text?.ToLowerInvariant()).Cast<ItemState?>().FirstOrDefault();

    /// <summary>As in the URL: <c>stillpresent</c>.</summary>
    public static string Key(ItemState state) => state.ToString().ToLowerInvariant();

    public Dictionary<string, object?> Query(long? after = null, long? before = null, long? item = null) => new(StringComparer.Ordinal)
    {
        ["state"] = State is { } state ? Key(state) : null,
        ["gate"] = Gate is { } gate ? GateText.Key(gate) : null,
        ["location"] = LocationId,
        ["text"] = Text,
        ["after"] = after,
        ["before"] = before,
        ["item"] = item,
    };

    internal IQueryable<DeletionItem> Among(DashboardContext context, IQueryable<DeletionItem> items)
    {
        if (State is { } state)
            items = items.Where(item => item.State == state);
        if (Gate is { } gate)
            items = items.Where(item => item.ClosedGates != Gates.None && (item.ClosedGates & gate) != Gates.None).ToDelete();
        if (LocationId is { } location)
            items = items.Where(item => item.LocationId == location);
        if (Text is { } text)
        {
            var (from, end) = Beginning.Of(text);
            items = items.Where(item => (string.Compare(item.ResourceId, from) >= 0 && string.Compare(item.ResourceId, end) < 0)
                || context.Datasets.Any(dataset => dataset.Id == item.DatasetId && dataset.Urn == text));
        }

        return items;
    }
}
