using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Dashboard.ReferenceExecutor;

/// <summary>The part of the dashboard's API that executors need.</summary>
/// <param name="http">Has the dashboard's URL and the token.</param>
internal sealed class OrdersApi(HttpClient http)
{
    /// <summary>The IDs of the waiting orders.</summary>
    public async Task<IReadOnlyList<long>> ListAsync(CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri("api/v1/work-orders", UriKind.Relative), cancellationToken);
        if (await RefusalOfAsync(response, cancellationToken) is { } refusal)
            throw new ExecutorException(ExitCode.Unusable, refusal);
        var rows = await response.Content.ReadFromJsonAsync<List<Row>>(cancellationToken) ?? [];
        return rows.ConvertAll(row => row.Id);
    }

    /// <returns>The order's envelope, or the reason why it was refused.</returns>
    public async Task<(byte[] Envelope, string? Refusal)> FetchAsync(long id, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri($"api/v1/work-orders/{id}", UriKind.Relative), cancellationToken);
        return await RefusalOfAsync(response, cancellationToken) is { } refusal ? ([], refusal) : (await response.Content.ReadAsByteArrayAsync(cancellationToken), null);
    }

    /// <returns>Why the report was refused; null when it was accepted, now or before.</returns>
    public async Task<string?> ReportAsync(long id, byte[] report, CancellationToken cancellationToken)
    {
        using var body = new ByteArrayContent(report) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await http.PostAsync(new Uri($"api/v1/work-orders/{id}/reports", UriKind.Relative), body, cancellationToken);
        return await RefusalOfAsync(response, cancellationToken);
    }

    /// <summary>The detail of a problem response (RFC 9457); null when the request succeeded.</summary>
    /// <exception cref="ExecutorException">The token was refused, or the dashboard is failing: further requests would fail too.</exception>
    private static async Task<string?> RefusalOfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
            return null;
        var detail = await DetailAsync(response, cancellationToken) ?? $"The dashboard answered {(int)response.StatusCode}.";
        var isFatal = response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
        return isFatal ? throw new ExecutorException(ExitCode.Unusable, detail) : detail;
    }

    private static async Task<string?> DetailAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return null;
        try
        {
            return (await response.Content.ReadFromJsonAsync<Problem>(cancellationToken))?.Detail;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Row(long Id);

    private sealed record Problem(string? Detail);
}
