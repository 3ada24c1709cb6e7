using System.Text;
using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Imports;
using Dashboard.Slice.Tests.Deletions;
using Dashboard.Slice.Tests.Imports;
using Dashboard.Testing;
using Dashboard.Web.Features.Deletions.Propose;
using Dashboard.Web.Features.Inventory.List;
using Dashboard.Web.Features.Inventory.Query;
using Dashboard.Web.Features.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Differential;

/// <summary>
/// People's work in a random order that depends only on the seed: imports, edits, waves, holds, batches and filters. The texts are the difficult
/// ones: case, accents, spaces at the end, emoji, lengths at and beyond the limits.
/// </summary>
internal sealed class RandomWork(ITestDatabase database, int seed) : DeletionProgramme(database)
{
    /// <summary>As many as one move may contain.</summary>
    private const int Many = MoveDatasets.Limit;

    private static readonly string[] Texts =
    [
        "chat", "Chat", "CHAT", "chât", "cha\u0302t", "straße", "STRASSE", "ıstanbul", "Istanbul", "İstanbul", "日本語", "\U0001F600", "\uFF21", "\U0001F600a",
        "a_b", "a%b", "a[b]", "it's", "x;DROP TABLE", "a/b", "a-b", "a.b", "Æ", "z", "Z", "ñ", "n\u0303",
    ];

    private static readonly string[] Places = ["The company,US,Virginia", "The company,SG,Singapore", "Oracle,US,us-ashburn-1", "unknown,unknown,dc-7", "THE COMPANY,SG,Osaka", "Ärzte,DE,Köln"];
    private static readonly string[] CopyRoles = ["primary", "replica", "backup", "archive", "cache"];

    private static readonly string[] Filters =
    [
        "", "role=Backup", "position=Outside", "position=Inside&role=Replica", "state=Present", "state=Missing&state=Reappeared", "text=chat", "text=CHAT", "text=chât",
        "text=urn", "text=%F0%9F%98%80", "text=a_b", "text=a%25b", "text=stra%C3%9Fe", "text=r", "text=R", "text=it%27s", "system=1", "text=chat&position=Outside",
    ];

    private static readonly string[] Sorts = ["resource", "-resource", "bytes", "-bytes", "firstseen", "-firstseen"];

    private readonly Random random = new(seed);
    private readonly List<string> told = [];

    /// <returns>What each step answered, and at the end every row.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(int steps)
    {
        await using (var context = Database.CreateDbContext().Arranging())
            await ReferenceRows.EnsureAsync(context, Token);
        await using var bench = new ImportBench(Database, Clock, Programme.Inventory);
        var register = Programme.Source("register", SourceKind.Register, never: true);
        var listing = bench.Add(Source.Create("cluster", "Cluster", SourceKind.Inventory, 24, Programme.Virginia.Id, isComplete: true).Value);
        await StepAsync("many", () => ManyAsync(bench));
        for (var step = 0; step < steps; step++)
        {
            Clock.Now += TimeSpan.FromTicks(random.NextInt64(TimeSpan.TicksPerDay));
            await (random.Next(12) switch
            {
                0 or 1 => StepAsync("inventory", () => InventoryAsync(bench)),
                2 => StepAsync("register", () => RegisterAsync(bench, register)),
                3 => StepAsync("listing", () => ListingAsync(bench, listing)),
                4 => StepAsync("wave", WaveAsync),
                5 => StepAsync("move", MoveAsync),
                6 => StepAsync("hold", HoldOrLiftAsync),
                7 => StepAsync("propose", ProposeAsync),
                8 => StepAsync("decide", DecideAsync),
                9 => StepAsync("time", async () => $"{await TimePassesAsync()}"),
                10 => StepAsync("datasets", DatasetsAsync),
                _ => StepAsync("copies", CopiesAsync),
            });
        }

        told.AddRange(await EveryRow.OfAsync(Database, Token));
        return told;
    }

    private async Task StepAsync(string name, Func<Task<string>> step) => told.Add($"{told.Count} {name}: {await step()}");

    private string Pick(string[] texts) => texts[random.Next(texts.Length)];

    /// <summary>A text, sometimes with spaces around it, sometimes at or beyond a limit.</summary>
    private string Text(int limit) => random.Next(8) switch
    {
        0 => Pick(Texts) + " ",
        1 => $" {Pick(Texts)} {Pick(Texts)}  ",
        2 => string.Concat(Enumerable.Repeat(Pick(Texts), limit))[..limit],
        3 => new string('é', limit + 1),
        _ => Pick(Texts),
    };

    private static async Task<string> ManyAsync(ImportBench bench)
    {
        var rows = new StringBuilder(ImportBench.Header);
        for (var row = 0; row < Many; row++)
            rows.Append($"bulk/{row},urn:many:{row},The company,SG,Singapore,replica,{row},,,,\n");
        return Told(await bench.ImportAsync([("many.csv", Encoding.UTF8.GetBytes(rows.ToString()))], bench.Inventory, isComplete: false));
    }

    private async Task<string> InventoryAsync(ImportBench bench)
    {
        var rows = new StringBuilder(ImportBench.Header);
        for (var row = random.Next(25); row >= 0; row--)
        {
            rows.Append($"\"{Pick(["r", "R", "in/", ""])}{Text(random.Next(2) == 0 ? 20 : 699)}\",urn:data:{Pick(["chat", "Chat", "日本語", "ñ", "n\u0303", "\U0001F600"])},")
                .Append($"{Pick(Places)},{Pick(CopyRoles)},{random.Next(5) * 100},{random.Next(3)},{Pick(["", "aa", "AA", "aa\u0301"])},{Pick(["", "2027-01-01"])},")
                .Append($"{Pick(["", "2026-01-01T00:00:00Z", "2026-01-01T01:00:00.1234567+01:00"])}\n");
        }

        return Told(await bench.ImportAsync([("a.csv", Encoding.UTF8.GetBytes(rows.ToString()))], bench.Inventory, isComplete: random.Next(3) == 0));
    }

    private async Task<string> RegisterAsync(ImportBench bench, Source register)
    {
        var rows = new StringBuilder("dataset,name,system,owner,classification,categories,wave,declared_status,declared_percent,declared_at,next_update_due\n");
        for (var row = random.Next(6); row >= 0; row--)
        {
            rows.Append($"urn:data:{Pick(["chat", "Chat", "日本語", "ñ", "\U0001F600"])},\"{Text(200)}\",\"{Text(20)}\",\"{Text(20)}\",{Pick(["Protected", "Excepted", "Public", "Unclassified"])},")
                .Append($"\"{string.Join(';', Enumerable.Range(0, random.Next(30)).Select(_ => Pick(Texts).Replace(';', ' ')))}\",\"{Pick(["", "Wave", "wave", "Wäve"])}\",,,,\n");
        }

        return Told(await bench.ImportAsync([("r.csv", Encoding.UTF8.GetBytes(rows.ToString()))], register));
    }

    private async Task<string> ListingAsync(ImportBench bench, Source listing)
    {
        var rows = new StringBuilder("Path\tFileSize\tPermission\tModificationTime\n");
        for (var row = random.Next(20); row >= 0; row--)
            rows.Append($"/{Pick(Texts).Replace('/', ' ')}{Pick(["", " ", "  "])}/file{row}\t{random.Next(9)}\t-rw-r--r--\t2026-02-28 10:39\n");
        return Told(await bench.ImportAsync([("l.tsv", Encoding.UTF8.GetBytes(rows.ToString()))], listing));
    }

    private async Task<string> WaveAsync()
    {
        await using var context = Database.CreateDbContext();
        var waves = await context.Waves.AsNoTracking().OrderBy(wave => wave.Id).ToListAsync(Token);
        var edited = waves.Count > 0 && random.Next(2) == 0 ? waves[random.Next(waves.Count)] : null;
        return Told(await new SaveWave(Database, As(Lead), Clock).HandleAsync(
            new(edited?.Id, (edited?.Version ?? 0) - (random.Next(5) == 0 ? 1 : 0), Text(120), Text(1000), null, random.Next(2) == 0 ? null : Programme.Today.AddDays(random.Next(90))), Token));
    }

    private async Task<string> MoveAsync()
    {
        await using var context = Database.CreateDbContext();
        var wave = await context.Waves.OrderBy(wave => wave.Id).Select(wave => (long?)wave.Id).Skip(random.Next(3)).FirstOrDefaultAsync(Token);
        var datasets = await context.Datasets.OrderBy(dataset => dataset.Urn).Take(random.Next(2) == 0 ? 3 : Many).Select(dataset => new DatasetInWave(dataset.Id, dataset.WaveId)).ToListAsync(Token);
        return Told(await new MoveDatasets(Database, As(Lead), Clock).HandleAsync(new(datasets, wave), Token));
    }

    private async Task<string> HoldOrLiftAsync()
    {
        await using var context = Database.CreateDbContext();
        var holds = await context.LegalHolds.AsNoTracking().OrderBy(hold => hold.Id).Select(hold => hold.Id).ToListAsync(Token);
        return holds.Count > 0 && random.Next(2) == 0
            ? Told(await LiftAsync(holds[random.Next(holds.Count)]))
            : Told(await HoldAsync((HoldScope)random.Next(4), random.Next(1, 5)));
    }

    private async Task<string> ProposeAsync()
    {
        var proposed = await new ProposeBatch(Database, As(Lead), Clock).HandleAsync(Facts with { Name = Text(120), Reason = Text(2000) }, Token);
        if (!proposed.IsDone)
            return Told(proposed);
        var added = await new AddItems(Decisions(Lead), Acting.Programme).HandleAsync(proposed.Value, Filter("position=Outside"), Token);
        return $"{Told(proposed)} {Told(added)}";
    }

    private async Task<string> DecideAsync()
    {
        await using var context = Database.CreateDbContext();
        var batches = await context.DeletionBatches.AsNoTracking().OrderBy(batch => batch.Id).Select(batch => batch.Id).ToListAsync(Token);
        if (batches.Count == 0)
            return "";
        var batch = batches[random.Next(batches.Count)];
        var by = random.Next(3) switch { 0 => Legal, 1 => Privacy, _ => Lead };
        return random.Next(7) switch
        {
            0 or 1 => Told(await SubmitAsync(batch)),
            2 or 3 => Told(await ApproveAsync(batch, by, (await BatchAsync(batch)).ManifestHash ?? "")),
            4 => Told(await ExcludeAsync(batch, by, random.Next(1, 4), random.Next(4, 9))),
            5 => Told(await StopAsync(batch, by, Text(2000))),
            _ => Told(await RejectAsync(batch, by, Text(2000))),
        };
    }

    private async Task<string> DatasetsAsync()
    {
        var found = (await new ListDatasets(Database, As(Lead), Acting.Programme, Clock).HandleAsync(new(new(Text: Pick(Texts))), Token)).Value;
        return string.Join('\n', found.Rows);
    }

    /// <summary>Two pages, and the totals.</summary>
    private async Task<string> CopiesAsync()
    {
        var list = new ListCopies(new(Database, As(Lead), Acting.Programme, Clock));
        var (filter, sort) = (Filter(Pick(Filters)), InventoryAddress.Parse($"/inventory?sort={Pick(Sorts)}").Sort);
        var first = (await list.HandleAsync(new(filter, sort), Token)).Value;
        var second = first.Next is null ? null : (await list.HandleAsync(new(filter, sort, After: first.Next), Token)).Value;
        return $"{first.Totals}\n{string.Join('\n', first.Rows)}\n{string.Join('\n', second?.Rows ?? [])}";
    }

    private static CopyFilter Filter(string query) => new(InventoryAddress.Parse($"/inventory?{query}").Terms);

    private static string Told(Import import) => $"{import.State} {import.Counts} {import.Refusal}";

    private static string Told<T>(Result<T> result) => result.IsDone ? $"{result.Value}" : result.Refusal!.ToString();

    private static string Told(Result result) => result.Refusal?.ToString() ?? "done";
}
