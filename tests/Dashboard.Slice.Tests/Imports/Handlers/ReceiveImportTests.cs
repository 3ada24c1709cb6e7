using System.Security.Cryptography;
using System.Text;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Web.Features.Imports;
using Dashboard.Web.Features.Imports.Run;
using Dashboard.Web.Features.Imports.Upload;
using Dashboard.Web.Jobs;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Slice.Tests.Imports.Handlers;

public sealed class ReceiveImportTests : ImportHandlerTest
{
    [Fact]
    public async Task Receive_OfAFile_StoresItAndQueuesTheImport()
    {
        var received = await Receive().HandleAsync(new(Source.Id, IsComplete: true, Noon.AddHours(-2)), OneFile(TwoCopies, "a/b\\inventory.csv"), Token);

        var import = await FindAsync(received.Value);
        Assert.Equal((ImportState.Received, true, Noon.AddHours(-2), false), (import.State, import.IsComplete, import.AsOf, import.IsUnattended));
        var file = Assert.Single(import.Files);
        Assert.Equal(("inventory.csv", (long)Encoding.UTF8.GetByteCount(TwoCopies)), (file.Name, file.Length));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TwoCopies))), import.Sha256);
        Assert.Single(StoredFolders);
        Assert.True(Queue.WaitAsync(TimeSpan.FromMinutes(1), Token).IsCompleted, "The worker was not woken.");
    }

    [Fact]
    public async Task Receive_WithoutATime_IsAsOfNow()
    {
        var id = await ReceivedAsync(TwoCopies);

        Assert.Equal(Noon, (await FindAsync(id)).AsOf);
    }

    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Reviewer)]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.Administrator)]
    public async Task Receive_ByARoleWithoutPermission_IsRefusedBeforeAnythingIsRead(Roles role)
    {
        var isAsked = false;

        async IAsyncEnumerable<IncomingFile> Watched()
        {
            isAsked = true;
            await Task.Yield();
            yield break;
        }

        var received = await Receive(role).HandleAsync(new(Source.Id, IsComplete: true, null), Watched(), Token);

        Assert.IsType<NotPermitted>(received.Refusal);
        Assert.False(isAsked);
        Assert.Empty(StoredFolders);
    }

    [Fact]
    public async Task Receive_ForAMissingSource_IsRefused() => await AssertRefused<SourceNotFound>(new(999, IsComplete: true, null), OneFile(TwoCopies));

    [Fact]
    public async Task Receive_AsOfTomorrow_IsRefused() => await AssertRefused<AsOfInFuture>(new(Source.Id, IsComplete: true, Noon.AddDays(1)), OneFile(TwoCopies));

    [Fact]
    public async Task Receive_WithoutFiles_IsRefused() => await AssertRefused<NoFileReceived>(new(Source.Id, IsComplete: true, null), Files());

    [Fact]
    public async Task Receive_OfTwoFilesWithTheSameName_IsRefused() => await AssertRefused<DuplicateFileName>(
        new(Source.Id, IsComplete: true, null), Files(("a/data.csv", new MemoryStream([1])), ("b/DATA.csv", new MemoryStream([2]))));

    [Fact]
    public async Task Receive_OfMoreFilesThanAllowed_IsRefused()
    {
        Settings.MaxFiles = 2;
        await AssertRefused<TooManyFiles>(
            new(Source.Id, IsComplete: true, null), Files(("1", new MemoryStream([1])), ("2", new MemoryStream([1])), ("3", new MemoryStream([1]))));
    }

    [Fact]
    public async Task Receive_OfMoreBytesThanAllowed_InAllFilesTogether_IsRefused()
    {
        Settings.MaxBytes = 10;
        await AssertRefused<ImportTooLarge>(
            new(Source.Id, IsComplete: true, null), Files(("1", new MemoryStream(new byte[6])), ("2", new MemoryStream(new byte[5]))));
    }

    [Fact]
    public async Task Receive_OfExactlyTheAllowedBytes_IsAccepted()
    {
        Settings.MaxBytes = 10;
        var received = await Receive().HandleAsync(
            new(Source.Id, IsComplete: true, null), Files(("1", new MemoryStream(new byte[6])), ("2", new MemoryStream(new byte[4]))), Token);

        Assert.Null(received.Refusal);
    }

    [Fact]
    public async Task Receive_WhenTheConnectionIsLost_LeavesNothing()
    {
        var first = new MemoryStream(new byte[5000]);
        await Assert.ThrowsAsync<IOException>(() => Receive().HandleAsync(
            new(Source.Id, IsComplete: true, null), Files(("1", first), ("2", new BrokenStream(5000))), Token));

        Assert.Empty(StoredFolders);
        Assert.Empty(await ImportsAsync());
    }

    [Fact]
    public async Task Upload_LeftByAKilledServer_IsRemovedAfterADay_AndNothingElse()
    {
        await ReceivedAsync(TwoCopies);
        var kept = Assert.Single(StoredFolders);
        var abandoned = Path.Combine(Path.GetDirectoryName(kept)!, Store.NewFolder());
        var fresh = Path.Combine(Path.GetDirectoryName(kept)!, Store.NewFolder());
        foreach (var (folder, age) in new[] { (kept, 48), (abandoned, 25), (fresh, 23) })
            Directory.SetLastWriteTimeUtc(folder, Noon.AddHours(-age).UtcDateTime);
        using var cleaning = new AbandonedUploadsJob(Database, Store, Clock, NullLogger<AbandonedUploadsJob>.Instance);
        await cleaning.RunAsync(Token);

        Assert.Equal(new[] { kept, fresh }.Order(StringComparer.Ordinal), StoredFolders.Order(StringComparer.Ordinal));
    }

    private async Task AssertRefused<TRefusal>(ReceiveImportRequest request, IAsyncEnumerable<IncomingFile> files)
    {
        var received = await Receive().HandleAsync(request, files, Token);

        Assert.IsType<TRefusal>(received.Refusal);
        Assert.Empty(StoredFolders);
        Assert.Empty(await ImportsAsync());
    }

    /// <summary>Returns some bytes, then loses the connection.</summary>
    private sealed class BrokenStream(int bytes) : MemoryStream(new byte[bytes])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is var count and > 0 ? count : throw new IOException("The connection was reset.");
    }
}
