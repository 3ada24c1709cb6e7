using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dashboard.Ledger;
using Dashboard.ReferenceExecutor;
using Dashboard.Testing;

namespace Dashboard.Slice.Tests.Deletions.Executing;

/// <summary>The reference executor on real files.</summary>
public sealed class ReferenceExecutorTests : IDisposable
{
    private const string Address = "https://dashboard.example.com/base";

    private readonly string above = Directory.CreateTempSubdirectory("executor").FullName;
    private readonly string folder;
    private readonly NoteSigner signer = NoteSigner.Generate("test.example/ledger");
    private readonly SetClock clock = new(new(2026, 5, 20, 9, 0, 0, TimeSpan.Zero));
    private readonly StubDashboard dashboard;
    private readonly StringWriter output = new();

    public ReferenceExecutorTests()
    {
        folder = Directory.CreateDirectory(Path.Join(above, "files")).FullName;
        dashboard = new(signer, clock.GetUtcNow());
    }

    private string EvidenceFolder => folder + "-evidence";

    public void Dispose()
    {
        dashboard.Dispose();
        output.Dispose();
        Directory.Delete(above, recursive: true);
    }

    [Fact]
    public async Task Run_OfASignedOrder_DeletesItsFilesAndNothingElse()
    {
        var mirror = Write("sg1/chat/mirror", "old messages");
        var kept = Write("sg1/chat/main", "not in the order");
        dashboard.Items[3] = "sg1/chat/mirror";

        Assert.Equal(ExitCode.Done, await RunAsync());

        Assert.False(File.Exists(mirror));
        Assert.True(File.Exists(kept));
        var report = Single();
        var item = report["items"]!.AsArray().Single()!;
        Assert.Equal((3L, "executed", "Ingrid Solheim"), ((long)item["number"]!, (string)item["outcome"]!, (string)item["operator"]!));
        var lines = Assert.Single(Directory.GetFiles(EvidenceFolder), path => Path.GetFileName(path) != "order-7.ndjson");
        Assert.Equal((string)item["evidenceSha256"]!, Sha256(File.ReadAllBytes(lines)));
        var evidence = JsonNode.Parse(File.ReadAllText(lines))!;
        Assert.Equal((12L, Sha256(Encoding.UTF8.GetBytes("old messages"))), ((long)evidence["bytes"]!, (string)evidence["sha256"]!));
        Assert.Contains("1 deleted, 0 failed", output.ToString());
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("sg1/../../outside")]
    [InlineData("..\\outside")]
    [InlineData("/etc/outside")]
    [InlineData("link/outside")]
    [InlineData("sg1//outside")]
    [InlineData("")]
    public async Task Run_WithAResourceOutsideTheFolder_FailsThatItemAndTouchesNothing(string resource)
    {
        var outside = Path.Join(above, "outside");
        await File.WriteAllTextAsync(outside, "of someone else", TestContext.Current.CancellationToken);
        Directory.CreateSymbolicLink(Path.Join(folder, "link"), above);
        var mirror = Write("sg1/chat/mirror");
        (dashboard.Items[1], dashboard.Items[2]) = (resource, "sg1/chat/mirror");

        Assert.Equal(ExitCode.Incomplete, await RunAsync());

        Assert.True(File.Exists(outside));
        Assert.False(File.Exists(mirror));
        Assert.Equal(["failed", "executed"], Single()["items"]!.AsArray().Select(item => (string)item!["outcome"]!));
        Assert.Contains("leads out of the folder", output.ToString());
    }

    [Fact]
    public async Task Run_WithAMissingOrLockedFile_ReportsWhy()
    {
        Write("sg1/chat/mirror");
        using var user = new FileStream(Path.Join(folder, "sg1/chat/mirror"), FileMode.Open, FileAccess.Read, FileShare.None);
        (dashboard.Items[1], dashboard.Items[2]) = ("sg1/chat/backup", "sg1/chat/mirror");

        Assert.Equal(ExitCode.Incomplete, await RunAsync());

        var reasons = Single()["items"]!.AsArray().Select(item => (string)item!["reason"]!).ToList();
        Assert.Equal("The file does not exist.", reasons[0]);
        Assert.StartsWith("The file could not be deleted", reasons[1]);
        Assert.True(File.Exists(Path.Join(folder, "sg1/chat/mirror")));
    }

    [Fact]
    public async Task Run_OfAnOrderSignedWithAnotherKey_DoesNothing()
    {
        var mirror = Write("sg1/chat/mirror");
        dashboard.Items[1] = "sg1/chat/mirror";

        var ended = await Assert.ThrowsAsync<ExecutorException>(() => RunAsync(NoteSigner.Generate("test.example/ledger").Key));

        Assert.Equal(ExitCode.NotSigned, ended.ExitCode);
        Assert.Contains("cannot be trusted", ended.Message);
        Assert.True(File.Exists(mirror));
        Assert.Equal(0, dashboard.Posts);
    }

    /// <summary>The signature is valid, but the order is not the requested one: someone replays an old order.</summary>
    [Fact]
    public async Task Run_OfADifferentOrderThanRequested_DoesNothing()
    {
        var mirror = Write("sg1/chat/mirror");
        (dashboard.Items[1], dashboard.WrittenId) = ("sg1/chat/mirror", 6);

        var ended = await Assert.ThrowsAsync<ExecutorException>(() => RunAsync());

        Assert.Equal(ExitCode.NotSigned, ended.ExitCode);
        Assert.True(File.Exists(mirror));
    }

    [Fact]
    public async Task Run_OfALapsedOrder_DoesNothing()
    {
        var mirror = Write("sg1/chat/mirror");
        (dashboard.Items[1], dashboard.LapsesAt) = ("sg1/chat/mirror", clock.GetUtcNow());

        Assert.Equal(ExitCode.Incomplete, await RunAsync());

        Assert.True(File.Exists(mirror));
        Assert.Contains("has lapsed", output.ToString());
    }

    /// <summary>The files are gone but the report was lost. The second run reports what the first one did.</summary>
    [Fact]
    public async Task Run_AfterALostReport_ReportsWhatTheFirstRunDeleted()
    {
        Write("sg1/chat/mirror");
        dashboard.Items[1] = "sg1/chat/mirror";
        dashboard.LosesConnection = true;
        await Assert.ThrowsAsync<HttpRequestException>(() => RunAsync());
        var deletedAt = clock.GetUtcNow();
        (dashboard.LosesConnection, clock.Now) = (false, clock.Now.AddMinutes(3));

        Assert.Equal(ExitCode.Done, await RunAsync());

        var item = Single()["items"]!.AsArray().Single()!;
        Assert.Equal(("executed", deletedAt), ((string)item["outcome"]!, (DateTimeOffset)item["performedAt"]!));
    }

    /// <summary>The report arrived but its answer was lost. The executor sends the same bytes again under the same ID.</summary>
    [Fact]
    public async Task Run_Again_SendsTheSameReport()
    {
        Write("sg1/chat/mirror");
        (dashboard.Items[1], dashboard.Items[2]) = ("sg1/chat/mirror", "sg1/chat/missing");
        Assert.Equal(ExitCode.Incomplete, await RunAsync());
        dashboard.Items[1] = "sg1/chat/mirror";
        clock.Now = clock.Now.AddMinutes(3);

        Assert.Equal(ExitCode.Incomplete, await RunAsync());

        Assert.Single(dashboard.Reports);
        Assert.Equal(2, dashboard.Posts);
    }

    [Fact]
    public async Task Run_OfAFailedItemThatCanNowBeDeleted_SendsANewReport()
    {
        dashboard.Items[1] = "sg1/chat/mirror";
        Assert.Equal(ExitCode.Incomplete, await RunAsync());
        Write("sg1/chat/mirror");
        clock.Now = clock.Now.AddMinutes(3);

        Assert.Equal(ExitCode.Done, await RunAsync());

        Assert.Equal(2, dashboard.Reports.Count);
        Assert.Empty(dashboard.Items);
    }

    [Fact]
    public async Task Run_OfManyItems_ReportsInChunks()
    {
        for (var number = 1; number <= OrderRun.Chunk + 1; number++)
        {
            Write($"logs/{number}");
            dashboard.Items[number] = $"logs/{number}";
        }

        Assert.Equal(ExitCode.Done, await RunAsync());

        Assert.Equal([1, OrderRun.Chunk], dashboard.Reports.Values.Select(body => JsonNode.Parse(body)!["items"]!.AsArray().Count).Order());
        Assert.Empty(Directory.GetFiles(Path.Join(folder, "logs")));
    }

    [Fact]
    public async Task Run_WithoutOrders_SaysSo()
    {
        Assert.Equal(ExitCode.Done, await RunAsync());
        Assert.Equal(0, dashboard.Posts);
    }

    [Fact]
    public async Task Run_WithARefusedToken_EndsWithTheDashboardsMessage()
    {
        dashboard.Failure = HttpStatusCode.Unauthorized;
        var ended = await Assert.ThrowsAsync<ExecutorException>(() => RunAsync());
        Assert.Equal((ExitCode.Unusable, "This token was revoked."), (ended.ExitCode, ended.Message));
    }

    [Theory]
    [InlineData("Specify URL, TOKEN, FOLDER and VKEY", Address, "drx_1")]
    [InlineData("is not a URL", "dashboard", "drx_1", ".", "vkey")]
    [InlineData("Use https", "http://dashboard.example.com", "drx_1", ".", "vkey")]
    [InlineData("DASHBOARD_TOKEN is empty", Address, "-", ".", "vkey")]
    [InlineData("does not exist", Address, "drx_1", "/nowhere/at/all", "vkey")]
    [InlineData("A public key has the form", Address, "drx_1", ".", "vkey")]
    public void Parse_OfInvalidArguments_SaysWhy(string why, params string[] args)
    {
        var ended = Assert.Throws<ExecutorException>(() => Arguments.Parse(args, null));
        Assert.Equal(ExitCode.Unusable, ended.ExitCode);
        Assert.Contains(why, ended.Message);
    }

    private async Task<int> RunAsync(NoteKey? trusted = null)
    {
        var arguments = Arguments.Parse([Address, "-", folder, (trusted ?? signer.Key).ToString(), "Ingrid Solheim"], "drx_1");
        using var http = new HttpClient(dashboard, disposeHandler: false) { BaseAddress = arguments.Address };
        return await new OrderRun(new(http), arguments, clock, output).RunAsync(TestContext.Current.CancellationToken);
    }

    private JsonNode Single() => JsonNode.Parse(Assert.Single(dashboard.Reports).Value)!;

    private string Write(string resource, string content = "content")
    {
        var path = Path.Join(folder, resource);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
