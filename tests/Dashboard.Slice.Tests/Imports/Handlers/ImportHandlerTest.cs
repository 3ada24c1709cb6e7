using System.Text;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Ledger;
using Dashboard.Testing;
using Dashboard.Web.Features.Imports;
using Dashboard.Web.Features.Imports.Review;
using Dashboard.Web.Features.Imports.Run;
using Dashboard.Web.Features.Imports.Upload;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Slice.Tests.Imports.Handlers;

/// <summary>The import handlers with a real store. The test runs the worker's steps itself.</summary>
public abstract class ImportHandlerTest : SlicedProgramme, IAsyncDisposable
{
    private protected const string TwoCopies = ImportBench.Header + """
        va/videos,urn:dataset:videos,Company,US,virginia,primary,100,10,aa,,
        oci/videos,urn:dataset:videos,Oracle,US,us-ashburn-1,replica,100,10,aa,,

        """;

    private protected ImportHandlerTest()
    {
        Folder = Directory.CreateTempSubdirectory("dashboard-imports-").FullName;
        Store = new(Path.Combine(Folder, "uploads"));
        Runner = new(Database, Database.Staging, Store, Clock);
        using var context = Database.CreateDbContext().Arranging();
        ReferenceRows.EnsureAsync(context, CancellationToken.None).GetAwaiter().GetResult();
    }

    private protected string Folder { get; }

    private protected ImportStore Store { get; }

    private protected ImportRunner Runner { get; }

    private protected ImportQueue Queue { get; } = new();

    private protected RunningImports Running { get; } = new();

    private protected ChangeNotices Notices { get; } = new();

    private protected ImportSettings Settings { get; } = new();

    private protected ImportIntake Intake => new(Database, Store, Queue, Notices, Options.Create(Settings), Clock);

    private protected Source Source => Programme.Inventory;

    /// <summary>The folders of stored files.</summary>
    private protected string[] StoredFolders => Directory.Exists(Path.Combine(Folder, "uploads")) ? Directory.GetDirectories(Path.Combine(Folder, "uploads")) : [];

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        Dispose();
        GC.SuppressFinalize(this);
        return default;
    }

    private protected static async IAsyncEnumerable<IncomingFile> Files(params (string Name, Stream Content)[] files)
    {
        foreach (var (name, content) in files)
        {
            await Task.Yield();
            yield return new(name, content);
        }
    }

    private protected static IAsyncEnumerable<IncomingFile> OneFile(string content, string name = "file.csv") =>
        Files((name, new MemoryStream(Encoding.UTF8.GetBytes(content))));

    private protected ReceiveImport Receive(Roles roles = Roles.GovernanceLead) => new(Database, As(roles), Intake, Clock);

    private protected ConfirmImport Confirm(Roles roles = Roles.GovernanceLead) => new(Database, As(roles), Queue, Acting.Programme, Clock);

    private protected CancelImport Cancel(Roles roles = Roles.GovernanceLead) => new(Database, As(roles), Running, Clock);

    private protected GetImport Get(Roles roles = Roles.GovernanceLead, params string[] systems) =>
        new(Database, As(roles, systems), Running, Acting.Programme, Clock);

    private protected async Task<long> ReceivedAsync(string content, bool isComplete = true)
    {
        var received = await Receive().HandleAsync(new(Source.Id, isComplete, null), OneFile(content), Token);
        Assert.Null(received.Refusal);
        return received.Value;
    }

    private protected async Task<long> PreviewedAsync(string content, bool isComplete = true)
    {
        var id = await ReceivedAsync(content, isComplete);
        await Runner.PreviewAsync(id, new(0, 0), Token);
        return id;
    }

    private protected async Task<long> AppliedAsync(string content, bool isComplete = true)
    {
        var id = await PreviewedAsync(content, isComplete);
        Assert.Null((await Confirm().HandleAsync(new(id, (await FindAsync(id)).Version), Token)).Refusal);
        await Runner.ApplyAsync(id, new(0, 0), Token);
        Assert.Equal(ImportState.Applied, (await FindAsync(id)).State);
        return id;
    }

    private protected async Task<Import> FindAsync(long id)
    {
        await using var context = Database.CreateDbContext();
        return await context.Imports.AsNoTracking().SingleAsync(import => import.Id == id, Token);
    }

    /// <summary>The ledger's entries about imports and exports, oldest first.</summary>
    private protected Task<IReadOnlyList<EntryContent>> EntriesAsync() => Database.EntriesAsync("import.", "rows.");

    private protected async Task<List<Import>> ImportsAsync()
    {
        await using var context = Database.CreateDbContext();
        return await context.Imports.AsNoTracking().Where(import => import.Folder.Length > 1).OrderBy(import => import.Id).ToListAsync(Token);
    }
}
