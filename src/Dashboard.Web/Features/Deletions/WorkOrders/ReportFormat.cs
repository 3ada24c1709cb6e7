using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Core;
using Dashboard.Core.Deletions;

namespace Dashboard.Web.Features.Deletions.WorkOrders;

/// <summary>An executor's report on items of one work order.</summary>
/// <param name="ReportId">The executor's own id for this report. Sending it again means the same report.</param>
internal sealed record ReportBody(string? ReportId, IReadOnlyList<ReportBodyItem>? Items);

/// <param name="Number">The item's number in the work order.</param>
/// <param name="Outcome"><c>executed</c> or <c>failed</c>.</param>
/// <param name="PerformedAt">When it was performed, in ISO 8601 with an offset.</param>
/// <param name="Technique">Such as <c>Cryptographic erase</c>.</param>
/// <param name="Operator">The person who did it.</param>
/// <param name="KeyId">For cryptographic erase: the key that was destroyed.</param>
/// <param name="EvidenceLink">Link to the evidence. An executed item needs this or the hash.</param>
/// <param name="EvidenceSha256">SHA-256 of the evidence file, 64 hexadecimal digits.</param>
/// <param name="Reason">Why it failed.</param>
internal sealed record ReportBodyItem(
    long Number, string? Outcome, DateTimeOffset? PerformedAt, string? Technique, string? Tool, string? ToolVersion, string? Operator, string? KeyId,
    string? EvidenceLink, string? EvidenceSha256, string? Reason);

/// <summary>Reads a report, or says what is wrong with it and where.</summary>
internal static class ReportFormat
{
    public const int MostItems = 10_000;

    private const int LongestKey = 100;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = 8,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
    };

    public static Result<ReadReport> Read(ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        ReportBody? report;
        try
        {
            report = JsonSerializer.Deserialize<ReportBody>(body, Options);
        }
        catch (JsonException unreadable)
        {
            return new ReportUnreadable(string.Create(
                CultureInfo.InvariantCulture, $"{unreadable.Path ?? "$"}, line {(unreadable.LineNumber ?? 0) + 1}: {WithoutPath(unreadable.Message)}"));
        }

        if (report?.ReportId?.Trim() is not { Length: > 0 and <= LongestKey } key)
            return new ReportKeyInvalid();
        if (report.Items is not { Count: > 0 and <= MostItems } items)
            return new ReportSizeInvalid(MostItems);
        var facts = new Dictionary<long, ExecutionFacts>(items.Count);
        foreach (var item in items)
        {
            var read = Facts(item);
            if (read.Refusal is { } unfit)
                return new ReportItemRefused(item.Number, unfit.Message);
            if (read.Value.Problem(now) is { } problem)
                return new ReportItemRefused(item.Number, problem.Message);
            if (!facts.TryAdd(item.Number, read.Value))
                return new ReportNamesItemTwice(item.Number);
        }

        return new ReadReport(key, facts);
    }

    private static Result<ExecutionFacts> Facts(ReportBodyItem item) =>
        item.Outcome is not ("executed" or "failed") ? new ReportUnreadable("outcome must be executed or failed.")
        : item.PerformedAt is not { } at ? new ReportUnreadable("performedAt is missing.")
        : new ExecutionFacts(
            item.Outcome == "executed", at.ToUniversalTime(), Text(item.Technique) ?? "", Text(item.Tool) ?? "", Text(item.ToolVersion) ?? "",
            Text(item.Operator) ?? "", Text(item.KeyId), Text(item.EvidenceLink), Text(item.EvidenceSha256)?.ToLowerInvariant(), Text(item.Reason));

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Removes the path and line that the serializer repeats at the end of its message.</summary>
    private static string WithoutPath(string message) => message.IndexOf(" Path:", StringComparison.Ordinal) is > 0 and var end ? message[..end] : message;
}

/// <param name="Items">Items by number.</param>
internal sealed record ReadReport(string Key, IReadOnlyDictionary<long, ExecutionFacts> Items);
