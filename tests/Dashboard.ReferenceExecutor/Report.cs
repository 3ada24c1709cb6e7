using System.Text.Json;

namespace Dashboard.ReferenceExecutor;

/// <summary>A report to the dashboard about some items of an order.</summary>
internal static class Report
{
    private const string Tool = "reference-executor";

    private const string Technique = "Deletion of the file";

    /// <summary>The report ID is derived from the order and the evidence. The same lines give the same bytes, so repeats count as one report.</summary>
    /// <param name="evidenceSha256">SHA-256 of the file with these outcomes.</param>
    public static byte[] Write(long orderId, IReadOnlyList<Outcome> outcomes, string evidenceSha256, string person) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        reportId = $"order-{orderId}-{evidenceSha256[..32]}",
        items = outcomes.Select(outcome => new
        {
            number = outcome.Number,
            outcome = outcome.IsExecuted ? "executed" : "failed",
            performedAt = outcome.At,
            technique = Technique,
            tool = Tool,
            toolVersion = typeof(Report).Assembly.GetName().Version!.ToString(),
            @operator = person,
            evidenceSha256,
            reason = outcome.Failure is { Length: > 1000 } lengthy ? lengthy[..1000] : outcome.Failure,
        }),
    });
}
