using System.Net;
using System.Net.Sockets;
using Dashboard.Core;
using Dashboard.Testing;
using Dashboard.Web.Databases;
using Dashboard.Web.Features.Api;
using Dashboard.Web.Startup;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Slice.Tests.Concurrency;

/// <summary>The database goes away: the web server stays, says so, and continues.</summary>
public sealed class OutageTests : SlicedProgramme
{
    private readonly string folder = Directory.CreateTempSubdirectory("dashboard-outage-").FullName;

    [Theory]
    [InlineData("text/html,application/xhtml+xml", "<h1>The database does not answer</h1>")]
    [InlineData("application/json", "The database does not answer.")]
    public async Task Request_WhileTheDatabaseIsAway_Gets503WithAnExplanation(string accept, string expected)
    {
        var (status, body, retry) = await RequestAsync(new ConnectionDropped(), accept);

        Assert.Equal((503, "5"), (status, retry));
        Assert.Contains(expected, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_ThatFailsForAnotherReason_IsNotBlamedOnTheDatabase() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => RequestAsync(new InvalidOperationException("a bug"), "text/html"));

    [Fact]
    public void Executor_WhoMeetsSomeoneElse_IsToldToTryAgain() =>
        Assert.Equal(503, Assert.IsType<ProblemHttpResult>(ApiProblems.Of(new ChangedBySomeoneElse())).StatusCode);

    [Fact]
    public async Task Health_WhileTheDatabaseIsAway_IsNotReady_AndReadyAgainAfterwards()
    {
        var outage = new Outage { IsOn = true };
        var health = new DatabaseHealth(new Interposed(Database, outage));

        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync(new(), Token)).Status);
        outage.IsOn = false;
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(new(), Token)).Status);
    }

    [Fact]
    public async Task Start_WithoutTheDatabase_StaysAndSaysSo()
    {
        var port = FreePort();
        await using var process = DashboardProcess.Start(DashboardProcess.Settings(folder, Database).Concat(
        [
            ("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"), ("Database__Provider", "SqlServer"),
            ("Database__ConnectionString", "Server=127.0.0.1,1;Database=none;User ID=none;Password=none;Encrypt=true;TrustServerCertificate=true;Connect Timeout=2"),
        ]));

        await AssertWaitsAsync(port);
        Assert.False(process.HasExited, "The web server ended.");
    }

    [Fact]
    public async Task Start_WhileSomeoneElseHasTheDatabase_StaysAndContinuesAfterwards()
    {
        var port = FreePort();
        var file = Path.Combine(folder, "dashboard.db");
        await using (var other = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            await other.OpenAsync(Token);
            await using var lockAll = other.CreateCommand();
            lockAll.CommandText = "CREATE TABLE Occupied (Id INTEGER); BEGIN EXCLUSIVE;";
            await lockAll.ExecuteNonQueryAsync(Token);
            await using var process = DashboardProcess.Start(DashboardProcess.Settings(folder, Database).Concat(
                [("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"), ("Database__Provider", "Sqlite"), ("Database__ConnectionString", "")]));
            await AssertWaitsAsync(port);

            lockAll.CommandText = "ROLLBACK;";
            await lockAll.ExecuteNonQueryAsync(Token);
            await process.UntilReadyAsync(Token);
            using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
            Assert.Equal("Healthy", await client.GetStringAsync("/health/ready", Token));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task AssertWaitsAsync(int port)
    {
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        Assert.Equal("Healthy", await UntilAnsweredAsync(client, "/health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready", Token)).StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/inventory");
        request.Headers.Accept.ParseAdd("text/html");
        var page = await client.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("The database does not answer", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private static async Task<string> UntilAnsweredAsync(HttpClient client, string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await client.GetStringAsync(path, Token);
            }
            catch (HttpRequestException) when (attempt < 1200)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), Token);
            }
        }
    }

    private static async Task<(int Status, string Body, string Retry)> RequestAsync(Exception failure, string accept)
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        http.Request.Headers.Accept = accept;
        await new DatabaseAway(_ => throw failure, NullLogger<DatabaseAway>.Instance).InvokeAsync(http);
        http.Response.Body.Position = 0;
        using var reader = new StreamReader(http.Response.Body);
        return (http.Response.StatusCode, await reader.ReadToEndAsync(Token), http.Response.Headers.RetryAfter.ToString());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
