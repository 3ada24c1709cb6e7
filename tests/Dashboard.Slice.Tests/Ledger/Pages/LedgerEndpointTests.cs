using System.Net;
using System.Net.Http.Headers;
using Dashboard.Ledger;
using Dashboard.Slice.Tests.Security;
using Dashboard.Testing;
using Dashboard.Web.Features.Ledger.Signing;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Slice.Tests.Ledger.Pages;

/// <summary>The downloads as a browser or a script receives them.</summary>
[Collection(nameof(RunningDashboard))]
public sealed class LedgerEndpointTests(DashboardHost host)
{
    private const string Auditor = "samuel.ortega";
    private const string Reviewer = "priya.raman";
    private const string Executive = "eleanor.brandt";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Journal_InParts_EqualsTheWhole()
    {
        var size = await SignAsync();
        using var client = await host.SignInAsync(Auditor, Token);
        var whole = await client.Http.GetAsync($"/ledger/journal/{size}", Token);
        var bytes = await whole.Content.ReadAsByteArrayAsync(Token);

        Assert.Equal((HttpStatusCode.OK, bytes.Length), (whole.StatusCode, whole.Content.Headers.ContentLength));
        Assert.Equal("bytes", whole.Headers.AcceptRanges.Single());
        Assert.Equal($"ledger-{size}.ndjson", whole.Content.Headers.ContentDisposition!.FileName);
        Assert.False(whole.Headers.ETag!.IsWeak);
        using var journal = new MemoryStream(bytes);
        Assert.Empty((await JournalVerifier.VerifyAsync(journal, new(), Token)).Problems);

        var rest = await client.Http.SendAsync(Ask($"/ledger/journal/{size}", bytes.Length / 3, whole.Headers.ETag), Token);
        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        Assert.Equal(bytes[(bytes.Length / 3)..], await rest.Content.ReadAsByteArrayAsync(Token));

        var other = await client.Http.SendAsync(Ask($"/ledger/journal/{size}", 5, new("\"another\"")), Token);
        Assert.Equal((HttpStatusCode.OK, bytes.Length), (other.StatusCode, (await other.Content.ReadAsByteArrayAsync(Token)).Length));

        var beyond = await client.Http.SendAsync(Ask($"/ledger/journal/{size}", bytes.Length + 1, null), Token);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);

        using var head = new HttpRequestMessage(HttpMethod.Head, $"/ledger/journal/{size}/0-1");
        var asked = await client.Http.SendAsync(head, Token);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Equal((await client.Http.GetByteArrayAsync($"/ledger/journal/{size}/0-1", Token)).Length, asked.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task EntryProofCheckpointAndKeys_FitTogether()
    {
        var size = await SignAsync();
        using var client = await host.SignInAsync(Auditor, Token);
        var entry = await client.Http.GetByteArrayAsync("/ledger/1/content", Token);
        var proof = InclusionProofFile.Parse(await client.Http.GetStringAsync($"/ledger/1/proof?checkpoint={size}", Token));
        var note = await client.Http.GetStringAsync($"/ledger/checkpoints/{size}", Token);
        var keys = (await client.Http.GetStringAsync("/ledger/keys", Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Single(SignedNote.Parse(note).Verify(keys.Select(NoteKey.Parse)));
        Assert.Equal(note, proof.CheckpointNote);
        Assert.True(proof.Proves(entry, Checkpoint.Parse(SignedNote.Parse(note).Text)));
    }

    [Theory]
    [InlineData("/ledger/999999/content", HttpStatusCode.NotFound)]
    [InlineData("/ledger/999999/proof", HttpStatusCode.NotFound)]
    [InlineData("/ledger/0/proof?checkpoint=1", HttpStatusCode.NotFound)]
    [InlineData("/ledger/0/proof?checkpoint=x", HttpStatusCode.BadRequest)]
    [InlineData("/ledger/checkpoints/1", HttpStatusCode.NotFound)]
    [InlineData("/ledger/journal/1", HttpStatusCode.NotFound)]
    [InlineData("/ledger/journal/{size}/5-4", HttpStatusCode.BadRequest)]
    [InlineData("/ledger/journal/99999999999999999999", HttpStatusCode.NotFound)]
    [InlineData("/ledger/consistency", HttpStatusCode.BadRequest)]
    [InlineData("/ledger/consistency?older={size}&newer={size}", HttpStatusCode.BadRequest)]
    public async Task MissingResource_AnswersWithItsStatus(string address, HttpStatusCode status)
    {
        var size = await SignAsync();
        using var client = await host.SignInAsync(Auditor, Token);

        Assert.Equal(status, (await client.Http.GetAsync(address.Replace("{size}", $"{size}", StringComparison.Ordinal), Token)).StatusCode);
    }

    [Theory]
    [InlineData("/ledger", HttpStatusCode.OK)]
    [InlineData("/ledger/checkpoints", HttpStatusCode.OK)]
    [InlineData("/ledger/keys", HttpStatusCode.OK)]
    [InlineData("/ledger/0/content", HttpStatusCode.Forbidden)]
    [InlineData("/ledger/0/proof", HttpStatusCode.Forbidden)]
    [InlineData("/ledger/journal/2", HttpStatusCode.Forbidden)]
    [InlineData("/ledger/journal/2/0-1", HttpStatusCode.Forbidden)]
    [InlineData("/ledger/export", HttpStatusCode.Forbidden)]
    public async Task EachUrl_OpensOnlyForItsRoles(string address, HttpStatusCode reviewer)
    {
        await SignAsync();
        using var auditing = await host.SignInAsync(Auditor, Token);
        using var reviewing = await host.SignInAsync(Reviewer, Token);
        using var executive = await host.SignInAsync(Executive, Token);

        Assert.Equal(HttpStatusCode.OK, (await auditing.Http.GetAsync(address.Replace("journal/2", $"journal/{await SignAsync()}", StringComparison.Ordinal), Token)).StatusCode);
        Assert.Equal(reviewer, (await reviewing.Http.GetAsync(address, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await executive.Http.GetAsync(address, Token)).StatusCode);
        using var anonymous = host.NewClient(followRedirects: false);
        Assert.Equal(HttpStatusCode.Redirect, (await anonymous.GetAsync(address, Token)).StatusCode);
    }

    private static HttpRequestMessage Ask(string address, long from, EntityTagHeaderValue? whole)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Range = new(from, null);
        if (whole is not null)
            request.Headers.IfRange = new(whole);
        return request;
    }

    /// <summary>Signs everything that the running dashboard has recorded so far.</summary>
    private async Task<long> SignAsync() => (await host.Services.GetRequiredService<LedgerSigner>().SignAsync(Token))!.Size;
}
