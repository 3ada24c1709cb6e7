using System.Text;
using CsCheck;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Imports;

/// <summary>After any sequence of imports and edits, every rollup, dataset status and daily figure equals a full recount of the copies.</summary>
public sealed class RollupPropertyTests
{
    private static readonly string[] Places = ["Company,US,virginia", "Company,SG,singapore", "Oracle,US,us-ashburn-1", "unknown,unknown,dc-7"];

    private static readonly string[] Roles = ["primary", "replica", "backup"];

    private static readonly Gen<string> Row = Gen.Select(
        Gen.Int[0, 11], Gen.Int[0, 3], Of(Places), Of(Roles), Gen.Long[0, 5], Gen.Int[0, 2],
        (resource, dataset, place, role, bytes, records) => $"r{resource},urn:dataset:{dataset},{place},{role},{bytes},{records},,,\n");

    private static readonly Gen<Step> Inventory = Gen.Select(
        Row.Array[0, 12], Gen.Bool, Gen.Int[0, 1], (rows, complete, source) => (Step)new InventoryStep(source, complete, string.Concat(rows.DistinctBy(row => row.Split(',')[0]))));

    private static readonly Gen<Step> Register = Gen.Select(
        Gen.Int[0, 3], Of("Protected", "Excepted", "Public", "Unclassified"), Gen.Int[0, 2], Gen.Int[0, 2],
        (dataset, classification, system, wave) => (Step)new RegisterStep(
            $"urn:dataset:{dataset},Dataset {dataset},System {system},Ada,{classification},,{(wave == 0 ? "" : $"Wave {wave}")},,,,\n"));

    private static readonly Gen<Step> State = Gen.Select(
        Gen.Int[0, 11], Of(CopyState.DeletionPending, CopyState.DeletionReported), (resource, state) => (Step)new StateStep($"r{resource}", state));

    private static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    [Fact]
    public async Task AfterAnySequenceOfChanges_EverythingEqualsARecount() =>
        await Gen.OneOf(Inventory, Inventory, Register, State).List[1, 9].SampleAsync(
            async steps =>
            {
                await using var bench = new ImportBench();
                var sources = new[] { bench.Inventory, bench.Add(Source.Create("second", "Second", SourceKind.Inventory, 24, null, isComplete: false).Value) };
                var register = bench.Add(Source.Create("register", "Register", SourceKind.Register, 24, null, isComplete: true).Value);
                foreach (var step in steps)
                {
                    bench.Clock.Now += TimeSpan.FromHours(5);
                    await step.RunAsync(bench, sources, register);
                }

                await AssertEqualsRecountAsync(bench);
            },
            iter: 40, threads: 2);

    private static async Task AssertEqualsRecountAsync(ImportBench bench)
    {
        await using var context = bench.Database.CreateDbContext();
        var copies = await context.Copies.AsNoTracking().ToListAsync();
        var datasets = await context.Datasets.AsNoTracking().ToDictionaryAsync(dataset => dataset.Id);
        var recount = copies
            .GroupBy(copy => new RollupKey(copy.SourceId, copy.LocationId, copy.Role, copy.State, datasets[copy.DatasetId].ClassificationId, datasets[copy.DatasetId].SystemId))
            .ToDictionary(group => group.Key, group => (group.LongCount(), group.Sum(copy => copy.Bytes)));
        var rollups = await context.CopyRollups.AsNoTracking().ToListAsync();
        Assert.Equal(recount, rollups.Where(r => r.Copies != 0 || r.Bytes != 0).ToDictionary(KeyOf, r => (r.Copies, r.Bytes)));
        var byId = rollups.ToDictionary(rollup => rollup.Id, rollup => KeyOf(rollup));
        Assert.All(copies, copy => Assert.Equal((copy.SourceId, copy.LocationId, copy.Role, copy.State), (byId[copy.RollupId].SourceId, byId[copy.RollupId].LocationId, byId[copy.RollupId].Role, byId[copy.RollupId].State)));
        var shares = copies.GroupBy(copy => (copy.DatasetId, copy.RollupId)).ToDictionary(group => group.Key, group => (group.LongCount(), group.Sum(copy => copy.Bytes)));
        Assert.Equal(shares, await context.DatasetRollups.AsNoTracking().ToDictionaryAsync(share => (share.DatasetId, share.RollupId), share => (share.Copies, share.Bytes)));

        var now = bench.Clock.GetUtcNow();
        var before = (DatasetStatuses(datasets.Values), await FiguresAsync(context));
        await Core.Migration.DatasetStatuses.RecalculateAllAsync(context, now, default);
        context.ChangeTracker.Clear();
        Assert.Equal(before.Item1, DatasetStatuses(await context.Datasets.AsNoTracking().ToListAsync()));
        if (before.Item2.Count > 0)
            Assert.Equivalent(before.Item2, await FiguresAsync(context), strict: true);

        async Task<List<DailyFigure>> FiguresAsync(DashboardContext context)
        {
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            return await context.DailyFigures.AsNoTracking().Where(figure => figure.Day == today && figure.WrittenAt == now).OrderBy(figure => figure.Id).ToListAsync();
        }
    }

    private static Dictionary<string, DatasetStatus> DatasetStatuses(IEnumerable<Dataset> datasets) =>
        datasets.Where(dataset => dataset.Status != DatasetStatus.Empty).ToDictionary(dataset => dataset.Urn, dataset => dataset.Status);

    private static RollupKey KeyOf(CopyRollup rollup) =>
        new(rollup.SourceId, rollup.LocationId, rollup.Role, rollup.State, rollup.ClassificationId, rollup.SystemId);

    private abstract record Step
    {
        public abstract Task RunAsync(ImportBench bench, Source[] sources, Source register);
    }

    private sealed record InventoryStep(int Source, bool IsComplete, string Rows) : Step
    {
        public override async Task RunAsync(ImportBench bench, Source[] sources, Source register) =>
            await bench.ImportAsync([("a.csv", Encoding.UTF8.GetBytes(ImportBench.Header + Rows))], sources[Source], IsComplete);
    }

    private sealed record RegisterStep(string Row) : Step
    {
        private const string Header = "dataset,name,system,owner,classification,categories,wave,declared_status,declared_percent,declared_at,next_update_due\n";

        public override async Task RunAsync(ImportBench bench, Source[] sources, Source register)
        {
            var import = await bench.ImportAsync([("r.csv", Encoding.UTF8.GetBytes(Header + Row))], register);
            Assert.Equal((ImportState.Applied, null), (import.State, import.Refusal));
        }
    }

    private sealed record StateStep(string ResourceId, CopyState State) : Step
    {
        public override async Task RunAsync(ImportBench bench, Source[] sources, Source register)
        {
            var copies = await bench.CopiesAsync();
            if (copies.Exists(copy => copy.ResourceId == ResourceId && copy.State is CopyState.Present))
                await bench.SetStateAsync(ResourceId, State);
        }
    }
}
