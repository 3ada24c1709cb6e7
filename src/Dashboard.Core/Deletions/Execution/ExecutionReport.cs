using Dashboard.Core.Ledger;

namespace Dashboard.Core.Deletions;

/// <summary>What an executor reported, as received. One report can cover many items of one work order.</summary>
public sealed class ExecutionReport : ILedgered
{
    private ExecutionReport()
    {
    }

    public long Id { get; private set; }

    public long WorkOrderId { get; private set; }

    public long BatchId { get; private set; }

    /// <summary>The API token that it came with; null if a person entered it.</summary>
    public long? TokenId { get; private set; }

    /// <summary>The executor's name.</summary>
    public string Executor { get; private set; } = "";

    /// <summary>The executor's own ID for the report. The same ID means the same report.</summary>
    public string ReportKey { get; private set; } = "";

    /// <summary>SHA-256 of the body, lower-case hex.</summary>
    public string BodySha256 { get; private set; } = "";

    public DateTimeOffset ReceivedAt { get; private set; }

    public int Items { get; private set; }

    /// <summary>Number of items that it changed. The others have a later report or are verified absent.</summary>
    public int Applied { get; private set; }

    public static ExecutionReport Receive(
        WorkOrder order, long? tokenId, string executor, string reportKey, string bodySha256, int items, DateTimeOffset now) => new()
        {
            WorkOrderId = order.Id,
            BatchId = order.BatchId,
            TokenId = tokenId,
            Executor = executor,
            ReportKey = reportKey,
            BodySha256 = bodySha256,
            Items = items,
            ReceivedAt = now,
        };

    public void Apply(int applied) => Applied = applied;
}
