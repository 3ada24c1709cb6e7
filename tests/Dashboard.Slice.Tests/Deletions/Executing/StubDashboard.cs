using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dashboard.Ledger;
using Dashboard.Web.Features.Deletions.WorkOrders;

namespace Dashboard.Slice.Tests.Deletions.Executing;

/// <summary>A dashboard with one work order, as the executor sees it. It stores the reports and removes deleted items from the order.</summary>
internal sealed class StubDashboard(NoteSigner signer, DateTimeOffset now) : HttpMessageHandler
{
    public const long OrderId = 7;

    /// <summary>The order's resources by item number.</summary>
    public SortedDictionary<long, string> Items { get; } = [];

    /// <summary>The accepted reports by their IDs.</summary>
    public Dictionary<string, byte[]> Reports { get; } = new(StringComparer.Ordinal);

    /// <summary>How many reports were sent, including repeated ones.</summary>
    public int Posts { get; private set; }

    /// <summary>True to lose the connection while a report is sent.</summary>
    public bool LosesConnection { get; set; }

    /// <summary>The ID that the order contains.</summary>
    public long WrittenId { get; set; } = OrderId;

    public DateTimeOffset LapsesAt { get; set; } = now.AddDays(20);

    /// <summary>The status that the list of orders answers with instead.</summary>
    public HttpStatusCode? Failure { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        (request.Method.Method, request.RequestUri!.AbsolutePath) switch
        {
            (_, "/base/api/v1/work-orders") when Failure is { } failure => Problem(failure, "This token was revoked."),
            ("GET", "/base/api/v1/work-orders") => Bytes(JsonSerializer.SerializeToUtf8Bytes(new[] { new { id = OrderId, items = Items.Count } })),
            ("GET", "/base/api/v1/work-orders/7") => Bytes(DsseEnvelope.Seal(OrderFormat.PayloadType, Order(), signer)),
            ("POST", "/base/api/v1/work-orders/7/reports") => Receive(await request.Content!.ReadAsByteArrayAsync(cancellationToken)),
            _ => Problem(HttpStatusCode.NotFound, "There is nothing at this URL."),
        };

    private byte[] Order() => CanonicalJson.Serialize(new JsonObject
    {
        ["format"] = "dashboard-work-order/1",
        ["workOrder"] = WrittenId,
        ["name"] = "Old mirrors",
        ["lapsesAt"] = LapsesAt.ToString("O"),
        ["items"] = new JsonArray([.. Items.Select(item => new JsonObject { ["number"] = item.Key, ["resource"] = item.Value })]),
    });

    /// <summary>The product's own code reads and validates the report.</summary>
    private HttpResponseMessage Receive(byte[] body)
    {
        Posts++;
        if (LosesConnection)
            throw new HttpRequestException("The connection was reset.");
        var read = ReportFormat.Read(body, now);
        if (read.Refusal is { } refusal)
            return Problem(HttpStatusCode.UnprocessableEntity, refusal.Message);
        if (Reports.TryGetValue(read.Value.Key, out var before) && !before.AsSpan().SequenceEqual(body))
            return Problem(HttpStatusCode.Conflict, "A different report with this reportId has already been received.");
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
