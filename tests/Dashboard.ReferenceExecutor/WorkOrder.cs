using System.Text.Json;
using Dashboard.Ledger;

namespace Dashboard.ReferenceExecutor;

/// <summary>An item that a work order asks to delete.</summary>
/// <param name="Resource">The resource ID at the location: here, a path in the folder.</param>
internal sealed record OrderedItem(long Number, string Resource);

/// <summary>A work order whose signature was verified.</summary>
internal sealed record WorkOrder(long Id, string Name, DateTimeOffset LapsesAt, IReadOnlyList<OrderedItem> Items)
{
    private const string PayloadType = "application/vnd.dashboard.work-order+json";

    private const string Format = "dashboard-work-order/1";

    /// <summary>Verifies the signature of an order and reads it.</summary>
    /// <param name="id">The requested order. Any other order is refused, even with a valid signature.</param>
    /// <exception cref="ExecutorException">It is not signed by the key, or is another order.</exception>
    public static WorkOrder Open(byte[] envelope, long id, NoteKey key)
    {
        try
        {
            using var document = JsonDocument.Parse(DsseEnvelope.Open(envelope, PayloadType, key));
            var order = document.RootElement;
            if (order.GetProperty("format").GetString() != Format || order.GetProperty("workOrder").GetInt64() != id)
                throw new FormatException("It is not the requested document.");
            return new(
                id, order.GetProperty("name").GetString()!, order.GetProperty("lapsesAt").GetDateTimeOffset(),
                [.. order.GetProperty("items").EnumerateArray().Select(item => new OrderedItem(item.GetProperty("number").GetInt64(), item.GetProperty("resource").GetString()!))]);
        }
        catch (Exception unfit) when (unfit is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ExecutorException(ExitCode.NotSigned, $"Work order {id} cannot be trusted and was not executed: {unfit.Message} Contact the oversight unit.");
        }
    }
}
