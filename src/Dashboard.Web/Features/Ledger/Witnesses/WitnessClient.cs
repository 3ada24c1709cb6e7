using System.Globalization;
using System.Net;
using System.Text;
using Dashboard.Ledger;

namespace Dashboard.Web.Features.Ledger.Witnesses;

/// <summary>A witness's answer to a checkpoint.</summary>
internal abstract record WitnessAnswer
{
    /// <param name="Cosignatures">Its signature lines; empty if it only keeps the checkpoint.</param>
    public sealed record Accepted(string Cosignatures) : WitnessAnswer;

    /// <summary>It has a different checkpoint from the one where the proof starts.</summary>
    public sealed record IsAt(long Size) : WitnessAnswer;

    public sealed record Failed(string Problem) : WitnessAnswer;
}

/// <summary>Posts checkpoints to witnesses as specified in https://c2sp.org/tlog-witness.</summary>
internal sealed class WitnessClient(HttpClient http)
{
    private const int MostAnswer = 4000;

    public async Task<WitnessAnswer> AddCheckpointAsync(string url, ConsistencyProofFile proof, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{url.TrimEnd('/')}/add-checkpoint");
            request.Content = new StringContent(proof.ToText(), Encoding.UTF8, "text/plain");
            using var response = await http.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.StatusCode switch
            {
                _ when response.IsSuccessStatusCode => Accepted(body),
                HttpStatusCode.Conflict when long.TryParse(body.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var size) => new WitnessAnswer.IsAt(size),
                HttpStatusCode.NotFound => new WitnessAnswer.Failed("It does not know this ledger; its operator must add the ledger's key."),
                HttpStatusCode.Forbidden => new WitnessAnswer.Failed("It does not accept the signature; its operator has a different key for this ledger."),
                HttpStatusCode.UnprocessableEntity => new WitnessAnswer.Failed("It says that this ledger does not match the one it saw before."),
                _ => new WitnessAnswer.Failed($"It answered {(int)response.StatusCode}."),
            };
        }
        catch (HttpRequestException unreachable)
        {
            return new WitnessAnswer.Failed($"It cannot be reached: {unreachable.HttpRequestError}.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WitnessAnswer.Failed($"It did not answer within {http.Timeout.TotalSeconds:N0} seconds.");
        }
    }

    private static WitnessAnswer.Accepted Accepted(string body) => body.Length <= MostAnswer && body.Split('\n').All(line => line.Length == 0 || line.StartsWith("— ", StringComparison.Ordinal))
        ? new(body)
        : new("");
}
