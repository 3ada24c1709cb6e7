using Dashboard.Core.Imports;
using Dashboard.Web.Features.Imports.Inbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Slice.Tests.Imports.Handlers;

public sealed class InboxTests : ImportHandlerTest
{
    private const string Manifest = """
        {"sourceBucket":"videos","fileFormat":"CSV","fileSchema":"Bucket, Key, Size","creationTimestamp":"1500000000000",
        "files":[{"key":"inventory/data/part-1.csv.gz","size":3}]}
        """;

    private readonly InboxFolder inbox;

    public InboxTests() => inbox = new(Path.Combine(Folder, "inbox"), Database, Intake, Clock, NullLogger<InboxFolder>.Instance);

    private string Own => Path.Combine(Folder, "inbox", Source.Key);

    [Fact]
    public async Task Scan_CreatesAFolderForEachSource_WithInstructions()
    {
        await LookAsync();

        Assert.True(File.Exists(Path.Combine(Folder, "inbox", "README.txt")));
        Assert.Contains(Source.Name, await File.ReadAllTextAsync(Path.Combine(Own, "README.txt"), Token));
        Assert.Empty(await ImportsAsync());
    }

    [Fact]
    public async Task File_ThatHasStoppedGrowing_IsReceivedAsAnUnattendedImport()
    {
        await LookAsync();
        var path = Leave("inventory.csv", TwoCopies);
        File.SetLastWriteTimeUtc(path, Noon.AddMinutes(-30).UtcDateTime);
        await LookAsync();
        Assert.Empty(await ImportsAsync());
        await LookAsync();

        var import = Assert.Single(await ImportsAsync());
        Assert.Equal((ImportState.Received, true, "Inbox", true, Noon.AddMinutes(-30)), (import.State, import.IsUnattended, import.StartedBy, import.IsComplete, import.AsOf));
        Assert.Equal("inventory.csv", Assert.Single(import.Files).Name);
        Assert.False(File.Exists(path));
        Assert.Equal(TwoCopies, await File.ReadAllTextAsync(Path.Combine(Own, "done", $"{import.Id}-inventory.csv"), Token));
        await Runner.PreviewAsync(import.Id, new(0, 0), Token);
        Assert.True((await FindAsync(import.Id)).MayApplyItself);
    }

    [Fact]
    public async Task File_ThatIsStillGrowing_IsSkipped()
    {
        await LookAsync();
        var path = Leave("inventory.csv", "resource_id,");
        await LookAsync();
        await File.AppendAllTextAsync(path, "dataset", Token);
        await LookAsync();

        Assert.Empty(await ImportsAsync());
        Assert.True(File.Exists(path));
    }

    [Theory]
    [InlineData(".inventory.csv")]
    [InlineData("inventory.csv.part")]
    [InlineData("inventory.csv.PART")]
    public async Task File_WithAnIncompleteFileName_IsSkipped(string name)
    {
        await LookAsync();
        var path = Leave(name, TwoCopies);
        await LookAsync();
        await LookAsync();

        Assert.Empty(await ImportsAsync());
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task File_WrittenInTheFuture_IsAsOfNow()
    {
        await LookAsync();
        File.SetLastWriteTimeUtc(Leave("inventory.csv", TwoCopies), Noon.AddYears(10).UtcDateTime);
        await LookAsync();
        await LookAsync();

        Assert.Equal(Noon, Assert.Single(await ImportsAsync()).AsOf);
    }

    [Fact]
    public async Task File_ThatIsTooLarge_GoesToFailedWithTheReason()
    {
        Settings.MaxBytes = 10;
        await LookAsync();
        Leave("inventory.csv", TwoCopies);
        await LookAsync();
        await LookAsync();

        Assert.Empty(await ImportsAsync());
        Assert.Empty(StoredFolders);
        var failed = Directory.GetFiles(Path.Combine(Own, "failed")).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(2, failed.Length);
        Assert.EndsWith("-inventory.csv", failed[0]);
        Assert.Contains("at most 10 B", await File.ReadAllTextAsync(failed[0] + ".error.txt", Token));
    }

    [Fact]
    public async Task FolderWithoutASource_GetsAnErrorFile_UntilTheSourceExists()
    {
        var stranger = Path.Combine(Folder, "inbox", "late");
        Directory.CreateDirectory(stranger);
        await File.WriteAllTextAsync(Path.Combine(stranger, "inventory.csv"), TwoCopies, Token);
        await LookAsync();
        await LookAsync();

        Assert.Empty(await ImportsAsync());
        Assert.Contains("no source with the key late", await File.ReadAllTextAsync(stranger + ".error.txt", Token));

        Programme.Source("late", never: true);
        await LookAsync();
        await LookAsync();
        Assert.False(File.Exists(stranger + ".error.txt"));
        Assert.Single(await ImportsAsync());
    }

    [Fact]
    public async Task FileOutsideTheFolders_GetsAnErrorFile()
    {
        await LookAsync();
        await File.WriteAllTextAsync(Path.Combine(Folder, "inbox", "lost.csv"), TwoCopies, Token);
        await LookAsync();

        Assert.Contains("not in the folder of a source", await File.ReadAllTextAsync(Path.Combine(Folder, "inbox", "lost.csv.error.txt"), Token));
    }

    [Fact]
    public async Task FolderWithAManifest_WaitsForTheFilesThatItLists()
    {
        await LookAsync();
        Leave("2025-06-01/manifest.json", Manifest);
        await LookAsync();
        await LookAsync();
        Assert.Empty(await ImportsAsync());

        Leave("2025-06-01/data/part-1.csv.gz", "abc");
        await LookAsync();
        await LookAsync();
        var import = Assert.Single(await ImportsAsync());
        Assert.Equal(["manifest.json", "part-1.csv.gz"], import.Files.Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.True(Directory.Exists(Path.Combine(Own, "done", $"{import.Id}-2025-06-01")));
    }

    [Fact]
    public async Task FolderThatStaysIncomplete_IsReceivedAfterAnHour_AndRefused()
    {
        await LookAsync();
        Leave("2025-06-01/manifest.json", Manifest);
        await LookAsync();
        Clock.Now = Noon.AddMinutes(61);
        await LookAsync();

        Assert.Single(await ImportsAsync());
    }

    [Fact]
    public async Task Import_ThatWouldMakeManyCopiesVanish_WaitsForAPerson()
    {
        await AppliedAsync(TwoCopies);
        Clock.Now = Noon.AddDays(1);
        await LookAsync();
        File.SetLastWriteTimeUtc(Leave("inventory.csv", ImportBench.Header + "va/videos,urn:dataset:videos,Company,US,virginia,primary,100,10,aa,,\n"), Clock.Now.UtcDateTime);
        await LookAsync();
        await LookAsync();
        var import = (await ImportsAsync())[^1];
        await Runner.PreviewAsync(import.Id, new(0, 0), Token);

        import = await FindAsync(import.Id);
        Assert.Equal((ImportState.AwaitingConfirmation, 1L, false), (import.State, import.Counts.Vanished, import.MayApplyItself));
    }

    private Task LookAsync() => inbox.CheckAsync(Token);

    private string Leave(string name, string content)
    {
        var path = Path.Combine(Own, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }
}
