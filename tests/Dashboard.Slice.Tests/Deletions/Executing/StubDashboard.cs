using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dashboard.Ledger;
using Dashboard.Web.Features.Deletions.WorkOrders;

namespace Dashboard.Slice.Tests.Deletions.Executing;

/// <summary>A dashboard with one work order, as the executor meets it: it keeps the reports, and drops from the order what was deleted.</summary>
internal sealed class StubDashboard(NoteSigner signer, DateTimeOffset now) : HttpMessageHandler
{
    public const long OrderId = 7;

    /// <summary>By number.</summary>
    public SortedDictionary<long, string> Items { get; } = [];

    /// <summary>Each report that was taken in, by its id.</summary>
    public Dictionary<string, byte[]> Reports { get; } = new(StringComparer.Ordinal);

    /// <summary>Requests for a report, repeated ones too.</summary>
    public int Posts { get; private set; }

    /// <summary>As if the connection broke while a report was sent.</summary>
    public bool BreaksOff { get; set; }

    /// <summary>What the order says its own id is.</summary>
    public long WrittenId { get; set; } = OrderId;

    public DateTimeOffset LapsesAt { get; set; } = now.AddDays(20);

    /// <summary>Instead of the list.</summary>
    public HttpStatusCode? Trouble { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        (request.Method.Method, request.RequestUri!.AbsolutePath) switch
        {
            (_, "/base/api/v1/work-orders") when Trouble is { } trouble => Problem(trouble, "This token was revoked."),
            ("GET", "/base/api/v1/work-orders") => Bytes(JsonSerializer.SerializeToUtf8Bytes(new[] { new { id = OrderId, items = Items.Count } })),
            ("GET", "/base/api/v1/work-orders/7") => Bytes(DsseEnvelope.Seal(OrderFormat.PayloadType, Order(), signer)),
            ("POST", "/base/api/v1/work-orders/7/reports") => Receive(await request.Content!.ReadAsByteArrayAsync(cancellationToken)),
            _ => Problem(HttpStatusCode.NotFound, "There is nothing at this address."),
        };

    private byte[] Order() => CanonicalJson.Serialize(new JsonObject
    {
        ["format"] = "dashboard-work-order/1",
        ["workOrder"] = WrittenId,
        ["name"] = "Old mirrors",
        ["lapsesAt"] = LapsesAt.ToString("O"),
        ["items"] = new JsonArray([.. Items.Select(item => new JsonObject { ["number"] = item.Key, ["resource"] = item.Value })]),
    });

    /// <summary>Read and judged by the product's own code.</summary>
    private HttpResponseMessage Receive(byte[] body)
    {
        Posts++;
        if (BreaksOff)
            throw new HttpRequestException("The connection was reset.");
        var read = ReportFormat.Read(body, now);
        if (read.Refusal is { } refusal)
            return Problem(HttpStatusCode.UnprocessableEntity, refusal.Message);
        if (Reports.TryGetValue(read.Value.Key, out var before) && !before.AsSpan().SequenceEqual(body))
            return Problem(HttpStatusCode.Conflict, "A different report was received under this reportId before.");
        Reports[read.Value.Key] = body;
        foreach (var (number, _) in read.Value.Items.Where(item => item.Value.IsExecuted))
            Items.Remove(number);
        return Bytes(Encoding.UTF8.GetBytes("{}"));
    }

    private static HttpResponseMessage Bytes(byte[] content) =>
        new(HttpStatusCode.OK) { Content = new ByteArrayContent(content) { Headers = { ContentType = new("application/json") } } };

    private static HttpResponseMessage Problem(HttpStatusCode status, string detail) =>
        new(status) { Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { detail })) { Headers = { ContentType = new("application/problem+json") } } };
}
