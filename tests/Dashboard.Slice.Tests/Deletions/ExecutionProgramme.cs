using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Features.Deletions.WorkOrders;
using Dashboard.Web.Features.Imports.Run;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Deletions;

/// <summary>A released batch of two copies in Singapore and one in Virginia, its executors, and the source whose inventories follow.</summary>
public abstract class ExecutionProgramme : DeletionProgramme, IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("deletions").FullName;
    private readonly ImportStore store;
    private readonly ImportRunner runner;

    private protected ExecutionProgramme()
    {
        store = new(folder);
        runner = new(Database, Database.Staging, store, Clock);
        _ = Programme.System(DataSystem.UnknownName);
        Chat = Deletable("Chat", bytes: 700);
        Mail = Deletable("Mail", CopyRole.Backup, bytes: 300);
        Video = Deletable("Video", at: Programme.Virginia, bytes: 50);
        Singapore = new(1, "Singapore operations", new HashSet<long> { Programme.Singapore.Id });
        Virginia = new(2, "Virginia operations", new HashSet<long> { Programme.Virginia.Id });
    }

    /// <summary>A temporary folder, deleted after the test.</summary>
    private protected string Folder => folder;

    private protected Copy Chat { get; }

    private protected Copy Mail { get; }

    private protected Copy Video { get; }

    private protected Executor Singapore { get; }

    private protected Executor Virginia { get; }

    private protected LedgerKeys Keys { get; } = new("test.example/ledger", NoteSigner.Generate("test.example/ledger"));

    public ValueTask DisposeAsync()
    {
        Dispose();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>A batch that is approved, past its cooling-off period and released, with a fresh inventory.</summary>
    private protected async Task<long> ReleasedAsync()
    {
        await Programme.SettleAsync(Token);
        var id = await ApprovedAsync();
        Clock.Now = Noon.AddHours(72);
        await ImportAsync(Chat, Mail, Video);
        Assert.Equal(1, await TimePassesAsync());
        return id;
    }

    private protected async Task<(long BatchId, long OrderId)> HandedOutAsync()
    {
        var id = await ReleasedAsync();
        var order = await OrderIdAsync(Singapore);
        await FetchAsync(Singapore, order);
        return (id, order);
    }

    private protected async Task<long> OrderIdAsync(Executor executor) =>
        (await new ListWorkOrders(Database, Clock).HandleAsync(executor, Token)).Single().Id;

    private protected async Task<JsonObject> FetchAsync(Executor executor, long orderId)
    {
        var envelope = await HandOutAsync(executor, orderId);
        Assert.Null(envelope.Refusal);
        return JsonNode.Parse(DsseEnvelope.Open(envelope.Value, OrderFormat.PayloadType, Keys.Signer.Key))!.AsObject();
    }

    private protected Task<Result<byte[]>> HandOutAsync(Executor executor, long orderId) =>
        new HandOutWorkOrder(Database, Keys, Clock).HandleAsync(executor, orderId, Token);

    private protected Task<Result<ReportReceipt>> ReportAsync(Executor executor, long orderId, string body) =>
        new ReceiveReport(Database, Clock).HandleAsync(executor, orderId, Encoding.UTF8.GetBytes(body), Token);

    private protected Task<Result<ReportReceipt>> ReportAsync(Executor executor, long orderId, string key, params long[] numbers) =>
        ReportAsync(executor, orderId, Body(key, [.. numbers.Select(number => Executed(number))]));

    private protected static string Body(string key, params object[] items) => JsonSerializer.Serialize(new { reportId = key, items });

    private protected object Executed(long number, DateTimeOffset? at = null) => new
    {
        number,
        outcome = "executed",
        performedAt = at ?? Clock.GetUtcNow(),
        technique = "Cryptographic erase",
        tool = "shredder",
        toolVersion = "1.2",
        @operator = "Wei Ling",
        evidenceLink = "https://evidence.example/1",
    };

    private protected object Failed(long number, DateTimeOffset? at = null) => new
    {
        number,
        outcome = "failed",
        performedAt = at ?? Clock.GetUtcNow(),
        technique = "Cryptographic erase",
        tool = "shredder",
        toolVersion = "1.2",
        @operator = "Wei Ling",
        reason = "The vault was locked.",
    };

    /// <summary>Imports a complete inventory as of now: everything inside, and only these copies outside.</summary>
    private protected Task<Import> ImportAsync(params Copy[] outside) => ImportAsync((rows, hash) => new(TokenId: 900, StatedRows: rows, StatedSha256: hash), null, outside);

    /// <summary>The same, from any origin.</summary>
    /// <param name="origin">Who or what brings it, given its number of rows and its hash.</param>
    /// <param name="confirmedBy">The member who confirms it.</param>
    private protected async Task<Import> ImportAsync(Func<long, string, ImportOrigin> origin, Member? confirmedBy, params Copy[] outside)
    {
        var listed = 0L;
        var csv = new StringBuilder("resource_id,dataset,operator,country,region,role,bytes,records,fingerprint\n");
        await using (var context = Database.CreateDbContext())
        {
            var keep = outside.Select(copy => copy.Id).ToArray();
            var rows = await (
                from copy in context.Copies
                join dataset in context.Datasets on copy.DatasetId equals dataset.Id
                join location in context.Locations on copy.LocationId equals location.Id
                where copy.LocationId == Programme.Ashburn.Id || keep.Contains(copy.Id)
                select new { copy, dataset.Urn, location }).ToListAsync(Token);
            listed = rows.Count;
            foreach (var row in rows)
            {
                csv.Append(CultureInfo.InvariantCulture, $"{row.copy.ResourceId},{row.Urn},{row.location.Operator},{row.location.Country},{row.location.Region},");
                csv.Append(CultureInfo.InvariantCulture, $"{row.copy.Role.ToString().ToLowerInvariant()},{row.copy.Bytes},,{row.copy.Fingerprint}\n");
            }
        }

        var importFolder = store.NewFolder();
        var file = await store.AddAsync(importFolder, "inventory.csv", new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString())), long.MaxValue, Token);
        var import = Import.Receive(
            Programme.Inventory, [file], ImportStore.HashOf([file]), importFolder, isComplete: true, Clock.GetUtcNow(),
            origin(listed, file.Sha256).Member?.Name ?? "Ada", isUnattended: false, Clock.GetUtcNow(), origin(listed, file.Sha256));
        await using (var context = Database.CreateDbContext())
        {
            context.Imports.Add(import);
            await context.SaveChangesAsync(Token);
        }

        await runner.PreviewAsync(import.Id, new(0, 0), Token);
        await using (var context = Database.CreateDbContext())
        {
            var read = await context.Imports.SingleAsync(row => row.Id == import.Id, Token);
            Assert.Null(read.Confirm(confirmedBy).Refusal);
            await context.SaveChangesAsync(Token);
        }

        await runner.ApplyAsync(import.Id, new(0, 0), Token);
        await using var after = Database.CreateDbContext();
        var applied = await after.Imports.AsNoTracking().SingleAsync(row => row.Id == import.Id, Token);
        Assert.Equal(ImportState.Applied, applied.State);
        return applied;
    }
}
