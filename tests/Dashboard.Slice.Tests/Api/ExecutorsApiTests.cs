using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Testing;
using Dashboard.Web.Features.Administration.Tokens;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Slice.Tests.Api;

/// <summary>The executors' API over HTTP: who gets access, and how refusals are reported.</summary>
public sealed class ExecutorsApiTests : IDisposable
{
    private readonly SetClock clock = new(TimeProvider.System.GetUtcNow());
    private readonly DashboardHost host;

    public ExecutorsApiTests() => host = DashboardHost.With([], clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IDbContextFactory<DashboardContext> Contexts => host.Services.GetRequiredService<IDbContextFactory<DashboardContext>>();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task ValidToken_ReturnsItsNameAndLocations_AndItsUseIsRecordedAtMostOncePerMinute()
    {
        var (token, _, location) = await IssueAsync();
        using var client = Client(token);

        var answer = await client.GetFromJsonAsync<JsonElement>("/api/v1/executor", Token);
        Assert.Equal(("Storage crew", location), (answer.GetProperty("name").GetString(), answer.GetProperty("locations")[0].GetString()));
        var first = await LastUsedAsync();
        clock.Now = clock.Now.AddSeconds(59);
        await client.GetAsync("/api/v1/executor", Token);
        Assert.Equal(first, await LastUsedAsync());
        clock.Now = clock.Now.AddSeconds(1);
        await client.GetAsync("/api/v1/executor", Token);
        Assert.NotEqual(first, await LastUsedAsync());
        Assert.Equal("[]", await client.GetStringAsync("/api/v1/work-orders", Token));
    }

    [Theory]
    [InlineData(null, "Send your token")]
    [InlineData("nonsense", "is not known")]
    [InlineData("drx_1_AAAA", "is not known")]
    [InlineData("drx_4711_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "is not known")]
    [InlineData("drx_1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "is not known")]
    public async Task WithoutAValidToken_IsAProblemThatSaysHowToAuthenticate(string? token, string detail)
    {
        await IssueAsync();
        using var client = Client(token);

        var answer = await client.GetAsync("/api/v1/work-orders", Token);

        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("Bearer error=\"invalid_token\"", answer.Headers.WwwAuthenticate.Single().ToString());
        Assert.Contains(detail, await answer.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task ExpiredAndRevokedTokens_AreRefusedImmediately()
    {
        var (token, id, _) = await IssueAsync();
        using var client = Client(token);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/executor", Token)).StatusCode);

        var before = clock.Now;
        clock.Now = before.AddDays(400);
        Assert.Contains("expired", await (await client.GetAsync("/api/v1/executor", Token)).Content.ReadAsStringAsync(Token));
        clock.Now = before;
        Assert.Null((await new RevokeApiToken(Contexts, await AdministratorAsync(), clock).HandleAsync(id, "Left the programme.", Token)).Refusal);
        Assert.Contains("revoked", await (await client.GetAsync("/api/v1/executor", Token)).Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task SessionCookie_IsNotAToken()
    {
        using var client = await host.SignInAsync("victor.almeida", Token);

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.Http.GetAsync("/api/v1/work-orders", Token)).StatusCode);
    }

    [Fact]
    public async Task ManyWrongTokens_FromOneAddress_AreRateLimited()
    {
        using var client = Client("drx_1_wrong");
        HttpStatusCode last = default;
        for (var attempt = 0; attempt < 40; attempt++)
            last = (await client.GetAsync("/api/v1/executor", Token)).StatusCode;

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Theory]
    [InlineData("GET", "/api/v1/work-orders/4711", 404)]
    [InlineData("POST", "/api/v1/work-orders/4711/reports", 400)]
    [InlineData("GET", "/api/v1/nothing", 404)]
    public async Task EveryRefusal_IsAProblem(string method, string path, int status)
    {
        var (token, _, _) = await IssueAsync();
        using var client = Client(token);

        var answer = await client.SendAsync(new(new(method), path) { Content = method == "POST" ? new StringContent("{", Encoding.UTF8, "application/json") : null }, Token);

        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Description_ListsEveryEndpoint()
    {
        using var client = Client(null);
        var document = await client.GetFromJsonAsync<JsonElement>("/api/v1/openapi.json", Token);
        var described = document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToHashSet();

        var mapped = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(route => route.StartsWith("/api/v1/", StringComparison.Ordinal) && !route.Contains("openapi", StringComparison.Ordinal) && !route.Contains("rest", StringComparison.Ordinal))
            .Select(route => route.Replace(":long", "", StringComparison.Ordinal));

        Assert.Equal(described.Order(), mapped.Distinct().Order());
        Assert.True(document.GetProperty("components").GetProperty("securitySchemes").TryGetProperty("token", out _));
    }

    [Fact]
    public async Task Ledger_NamesTheToken_ButNeverItsSecret()
    {
        var (token, _, _) = await IssueAsync();
        await using var context = await Contexts.CreateDbContextAsync(Token);
        var entry = await context.LedgerEntries.AsNoTracking().SingleAsync(entry => entry.Action == "api-token.issued", Token);
        var text = Encoding.UTF8.GetString(entry.Content);

        Assert.Contains("Storage crew", text);
        Assert.DoesNotContain(token.Split('_', 3)[2], text);
        var hash = await context.ApiTokens.Select(row => row.SecretSha256).SingleAsync(Token);
        Assert.DoesNotContain(Convert.ToHexString(hash), text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToBase64String(hash), text);
    }

    [Theory]
    [InlineData(Roles.GovernanceLead)]
    [InlineData(Roles.Reviewer)]
    [InlineData(Roles.Auditor)]
    public async Task Issue_ByAnyoneExceptAnAdministrator_IsRefused(Roles roles)
    {
        var access = await MemberAsync(roles);

        Assert.IsType<NotPermitted>((await new IssueApiToken(Contexts, access, clock).HandleAsync(new("Crew", [1], Tomorrow), Token)).Refusal);
        Assert.IsType<NotPermitted>((await new RevokeApiToken(Contexts, access, clock).HandleAsync(1, "No.", Token)).Refusal);
        Assert.Equal(roles is Roles.Auditor, (await new ListApiTokens(Contexts, access, clock).HandleAsync(Token)).IsDone);
    }

    [Fact]
    public async Task Issue_WithInvalidFacts_SaysWhatIsWrong()
    {
        var handler = new IssueApiToken(Contexts, await AdministratorAsync(), clock);

        Assert.IsType<TokenNameInvalid>((await handler.HandleAsync(new(" ", [1], Tomorrow), Token)).Refusal);
        Assert.IsType<TokenNeedsLocation>((await handler.HandleAsync(new("Crew", [], Tomorrow), Token)).Refusal);
        Assert.IsType<TokenExpiryInvalid>((await handler.HandleAsync(new("Crew", [1], Tomorrow.AddDays(-5)), Token)).Refusal);
        Assert.IsType<TokenExpiryInvalid>((await handler.HandleAsync(new("Crew", [1], Tomorrow.AddDays(400)), Token)).Refusal);
        Assert.Equal(new NotFound("One of the locations"), (await handler.HandleAsync(new("Crew", [4711], Tomorrow), Token)).Refusal);
    }

    [Fact]
    public async Task Revoke_NeedsAReasonAndAnActiveToken()
    {
        var (_, id, _) = await IssueAsync();
        var handler = new RevokeApiToken(Contexts, await AdministratorAsync(), clock);

        Assert.IsType<TokenRevocationNeedsReason>((await handler.HandleAsync(id, " ", Token)).Refusal);
        Assert.Null((await handler.HandleAsync(id, "Lost.", Token)).Refusal);
        Assert.Equal(new TokenAlreadyRevoked("Storage crew"), (await handler.HandleAsync(id, "Again.", Token)).Refusal);
        Assert.Equal(new NotFound("The token"), (await handler.HandleAsync(4711, "None.", Token)).Refusal);
    }

    [Fact]
    public async Task ASource_PushesItsReportWithItsOwnToken_OnceForEachKey()
    {
        var (executorToken, _, _) = await IssueAsync();
        await using (var context = (await Contexts.CreateDbContextAsync(Token)).Arranging())
        {
            context.Sources.AddRange(
                Source.Create("vault", "Vault", SourceKind.Inventory, 24, null, isComplete: true).Value,
                Source.Create("other", "Other", SourceKind.Inventory, 24, null, isComplete: true).Value);
            await context.SaveChangesAsync(Token);
        }

        await using var read = await Contexts.CreateDbContextAsync(Token);
        var source = await read.Sources.SingleAsync(source => source.Key == "vault", Token);
        var handler = new IssueApiToken(Contexts, await AdministratorAsync(), clock);
        Assert.IsType<TokenForBoth>((await handler.HandleAsync(new("Vault exporter", [1], Tomorrow, source.Id), Token)).Refusal);
        var issued = await handler.HandleAsync(new("Vault exporter", [], Tomorrow, source.Id), Token);
        using var client = Client(issued.Value);
        using var executor = Client(executorToken);
        var content = System.Text.Encoding.UTF8.GetBytes("resource_id,dataset,operator,country,region,role,bytes\n");
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));

        Assert.Equal(HttpStatusCode.Forbidden, (await PushAsync(executor, "vault", content)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PushAsync(client, "other", content)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/work-orders", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PushAsync(client, "vault", content, ("Inventory-Rows", "ten"))).StatusCode);
        var first = await PushAsync(client, "vault", content, ("Idempotency-Key", "day-1"), ("Inventory-Rows", "0"), ("Inventory-Sha256", hash));
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        var id = (await first.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetInt64();
        var again = await PushAsync(client, "vault", content, ("Idempotency-Key", "day-1"));
        Assert.Equal(id, (await again.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetInt64());
        Assert.Equal(HttpStatusCode.Conflict, (await PushAsync(client, "vault", [.. content, 10], ("Idempotency-Key", "day-1"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/api/v1/sources/vault/imports/{id}", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/sources/vault/imports/4711", Token)).StatusCode);
        var import = await read.Imports.AsNoTracking().SingleAsync(import => import.SourceId == source.Id, Token);
        Assert.Equal((id, "Vault exporter", 0L, hash, true), (import.Id, import.StartedBy, import.StatedRows, import.StatedSha256, import.IsUnattended));
        Assert.NotNull(import.TokenId);
        var atOnce = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PushAsync(client, "vault", content, ("Idempotency-Key", "day-2"))));
        Assert.All(atOnce, one => Assert.Equal(HttpStatusCode.Accepted, one.StatusCode));
        Assert.Single(await read.Imports.Where(import => import.IdempotencyKey == "day-2").ToListAsync(Token));
    }

    private static async Task<HttpResponseMessage> PushAsync(HttpClient client, string key, byte[] content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/sources/{key}/imports") { Content = new ByteArrayContent(content) };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await client.SendAsync(request, Token);
    }

    private DateOnly Tomorrow => DateOnly.FromDateTime(clock.Now.UtcDateTime).AddDays(1);

    private async Task<(string Token, long Id, string Location)> IssueAsync()
    {
        await using (var context = (await Contexts.CreateDbContextAsync(Token)).Arranging())
        {
            if (!await context.Locations.AnyAsync(location => location.Region == "singapore", Token))
                context.Locations.Add(Location.Discovered("The company", "SG", "singapore"));
            await context.SaveChangesAsync(Token);
        }

        await using var read = await Contexts.CreateDbContextAsync(Token);
        var location = await read.Locations.SingleAsync(location => location.Region == "singapore", Token);
        var issued = await new IssueApiToken(Contexts, await AdministratorAsync(), clock).HandleAsync(new("Storage crew", [location.Id], Tomorrow.AddDays(90)), Token);
        return (issued.Value, await read.ApiTokens.MaxAsync(token => token.Id, Token), location.Key);
    }

    private Task<Web.Security.MemberAccess> AdministratorAsync() => MemberAsync(Roles.Administrator);

    private async Task<Web.Security.MemberAccess> MemberAsync(Roles roles)
    {
        await using var context = (await Contexts.CreateDbContextAsync(Token)).Arranging();
        var member = Member.Register(new($"s-{Guid.CreateVersion7():N}", "A member", null, roles, "Unit", "US", []), clock.Now);
        context.Members.Add(member);
        await context.SaveChangesAsync(Token);
        return Acting.As(Contexts, member, clock);
    }

    private HttpClient Client(string? token)
    {
        var client = host.NewClient(followRedirects: false);
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private async Task<DateTimeOffset?> LastUsedAsync()
    {
        await using var context = await Contexts.CreateDbContextAsync(Token);
        return await context.ApiTokens.Select(token => token.LastUsedAt).SingleAsync(Token);
    }
}
