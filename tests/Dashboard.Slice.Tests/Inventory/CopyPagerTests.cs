using CsCheck;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Testing;
using Dashboard.Web.Features.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Inventory;

public sealed class CopyPagerTests : InventoryTest
{
    private static readonly string[] Filters =
    [
        "", "role=Backup", "role=Primary&role=Cache", "position=Outside", "position=Unknown", "state=Missing&position=Inside", "counted=yes",
        "text=chat", "text=sys", "text=a/", "text=mail&role=Backup", "owner=Ada Lovelace&position=Inside", "country=SG&state=Present",
    ];

    /// <summary>The rows are the same whether few are fetched and sorted, or the order is walked in short steps with leaps between.</summary>
    [Fact]
    public async Task WalkAndProbe_OnRandomInventories_EqualSortingInMemory()
    {
        await Gen.Select(Gen.Int[0, 60], Gen.UInt, Gen.Int[0, Filters.Length - 1].Select(at => Filters[at]), Gen.Enum<CopySortKey>(), Gen.Bool, Gen.Int[1, 9], Gen.Int[0, 12]).SampleAsync(
            async (count, seed, filter, key, descending, take, skip) =>
            {
                using var database = new SqliteTestDatabase();
                var programme = new ProgrammeBuilder(database, Noon);
                var copies = Fill(programme, count, new Random((int)seed));
                await programme.SettleAsync(Token);
                var sort = new CopySort(key, descending);
                await using var context = database.CreateDbContext();
                var frame = await InventoryFrame.LoadAsync(context, programme.Member(Roles.GovernanceLead), "US", Noon, Token);
                var terms = new CopyFilter(InventoryAddress.Parse($"/inventory?{filter}").Terms);
                var search = await CopySearch.ResolveAsync(context, terms, frame, Token);
                var datasets = await context.Datasets.ToDictionaryAsync(dataset => dataset.Id, Token);
                var expected = ListCopiesTests.Sorted(copies.Where(copy => Matches(terms, copy, datasets[copy.DatasetId], frame)), sort).ToList();
                var mark = skip > 0 && expected.Count > skip ? expected[skip - 1] : null;
                long[] wanted = [.. expected.Skip(mark is null ? 0 : skip).Take(take).Select(copy => copy.Id)];

                var (probed, walked) = key switch
                {
                    CopySortKey.Resource => await BothAsync(search, CopyOrders.Resource, descending, MarkOf(mark, copy => copy.ResourceId, copy => copy.SourceId), take),
                    CopySortKey.Bytes => await BothAsync(search, CopyOrders.Bytes, descending, MarkOf(mark, copy => copy.Bytes, copy => copy.Id), take),
                    _ => await BothAsync(search, CopyOrders.FirstSeen, descending, MarkOf(mark, copy => copy.FirstSeen, copy => copy.Id), take),
                };
                Assert.Equal(wanted, probed);
                Assert.Equal(wanted, walked);
                var totals = await CopyTotals.CountAsync(search, frame, Token);
                Assert.Equal((expected.Count, expected.Sum(copy => copy.Bytes)), (totals.Copies, totals.Bytes));
            },
            iter: 150, threads: 1);
    }

    [Fact]
    public async Task Plans_OfWalkProbeAndLeap_StayInTheIndexes()
    {
        Programme.Copy(Programme.Dataset("Chat"), Programme.Virginia, CopyRole.Backup);
        await Programme.SettleAsync(Token);
        await using var context = Database.CreateDbContext();
        var frame = await InventoryFrame.LoadAsync(context, Programme.Member(Roles.GovernanceLead), "US", Noon, Token);
        var search = await CopySearch.ResolveAsync(context, new CopyFilter([new(FilterKey.Role, nameof(CopyRole.Backup))]), frame, Token);
        var bytes = new CopyPager<long>(search, CopyOrders.Bytes, descending: true);
        var seen = new CopyPager<DateTimeOffset>(search, CopyOrders.FirstSeen, descending: false);
        var resource = new CopyPager<string>(search, CopyOrders.Resource, descending: false);

        Assert.Contains("USING COVERING INDEX IX_Copies_RollupId_Bytes_Id (RollupId=?)", await QueryPlan.OfAsync(bytes.Probe(null, 50), Token));
        Assert.Contains("USING COVERING INDEX IX_Copies_RollupId_FirstSeen_Id (RollupId=?)", await QueryPlan.OfAsync(seen.Probe(new(Noon, 1), 50), Token));
        Assert.Contains("USING COVERING INDEX IX_Copies_RollupId_ResourceId_SourceId (RollupId=?)", await QueryPlan.OfAsync(resource.Probe(null, 50), Token));
        Assert.Contains("USING COVERING INDEX IX_Copies_Bytes_Id_RollupId_DatasetId (Bytes<?)", await QueryPlan.OfAsync(bytes.Picked(bytes.Beyond(5), 1000, 50), Token));
        Assert.Contains("USING COVERING INDEX IX_Copies_FirstSeen_Id_RollupId_DatasetId (FirstSeen=? AND Id>?)", await QueryPlan.OfAsync(seen.Picked(seen.Ties(new(Noon, 1)), 1000, 50), Token));
        Assert.Contains("IX_Copies_ResourceId_SourceId (ResourceId>?)", await QueryPlan.OfAsync(resource.Picked(resource.Beyond("a"), 1000, 50), Token));
        Assert.Contains("IX_Copies_RollupId_Bytes_Id (RollupId=? AND Bytes<?)", await QueryPlan.OfAsync(CopyOrders.Firsts(search.Rollups, bytes.Beyond(5)), Token));
        Assert.Contains("IX_Copies_RollupId_FirstSeen_Id (RollupId=? AND FirstSeen=? AND Id>?)", await QueryPlan.OfAsync(seen.NextTies(new(Noon, 1)), Token));
    }

    /// <summary>All that begin so are found by it; along another order only what passes the rest is looked up, one row each.</summary>
    [Fact]
    public async Task Plans_OfABeginning_NeverReadWhatBeginsOtherwise()
    {
        Programme.Copy(Programme.Dataset("Chat"), Programme.Virginia, CopyRole.Backup, resource: "bucket/1");
        await Programme.SettleAsync(Token);
        await using var context = Database.CreateDbContext();
        var frame = await InventoryFrame.LoadAsync(context, Programme.Member(Roles.GovernanceLead), "US", Noon, Token);
        var search = await CopySearch.ResolveAsync(context, new CopyFilter([new(FilterKey.Text, "bucket/")]), frame, Token);
        var bytes = new CopyPager<long>(search, CopyOrders.Bytes, descending: true);

        Assert.Contains("IX_Copies_ResourceId_SourceId (ResourceId>? AND ResourceId<?)", await QueryPlan.OfAsync(search.Matches, Token));
        var walk = await QueryPlan.OfAsync(bytes.Picked(bytes.Beyond(5), 1000, 50), Token);
        Assert.Contains("USING COVERING INDEX IX_Copies_Bytes_Id_RollupId_DatasetId (Bytes<?)", walk);
        Assert.Contains("USING INTEGER PRIMARY KEY (rowid=?)", walk);
    }

    [Fact]
    public async Task Plan_OfDatasetStreams_SeeksEachDatasetInItsOwnIndex()
    {
        Programme.Copy(Programme.Dataset("Chat"), Programme.Virginia, CopyRole.Backup);
        await Programme.SettleAsync(Token);
        await using var context = Database.CreateDbContext();
        var frame = await InventoryFrame.LoadAsync(context, Programme.Member(Roles.GovernanceLead), "US", Noon, Token);
        var filter = new CopyFilter([new(FilterKey.Text, "chat"), new(FilterKey.Role, nameof(CopyRole.Backup))]);
        var search = await CopySearch.ResolveAsync(context, filter, frame, Token);
        var streams = new DatasetStreams(search, search.Streams!, descending: true);

        const string Seek = "USING COVERING INDEX IX_Copies_DatasetId_ResourceId_SourceId_RollupId (DatasetId=? AND ResourceId<?)";
        Assert.Contains(Seek, await QueryPlan.OfAsync(streams.Heads(new("b", 1), 50), Token));
        Assert.Contains(Seek, await QueryPlan.OfAsync(streams.Stream(1, new("b", 1)).Take(50), Token));
        Assert.Contains("USING COVERING INDEX IX_Copies_DatasetId_RollupId_Bytes (DatasetId=?)", await QueryPlan.OfAsync(CopyTotals.Counted(search), Token));
    }

    private static List<Copy> Fill(ProgrammeBuilder programme, int count, Random random)
    {
        var sources = new[] { programme.Inventory, programme.Source("second") };
        var datasets = new[]
        {
            programme.Dataset("Chat"), programme.Dataset("Mail", owner: "Grace Hopper"),
            programme.Dataset("Clicks", system: "Advertising", classification: programme.Excepted), programme.Dataset("Heap", classification: programme.Unclassified, owner: null),
        };
        var places = new[] { programme.Ashburn, programme.Virginia, programme.Singapore, programme.Nowhere };
        return
        [
            .. Enumerable.Range(0, count).Select(number => programme.Copy(
                Pick(datasets), Pick(places), Pick(Enum.GetValues<CopyRole>()), Pick(Enum.GetValues<CopyState>()), random.Next(4), source: sources[number % 2],
                resource: $"{(random.Next(3) == 0 ? "a/" : "B")}{number / 2}", firstSeen: Noon.AddDays(-random.Next(3)))),
        ];

        T Pick<T>(T[] among) => among[random.Next(among.Length)];
    }

    private static bool Matches(CopyFilter filter, Copy copy, Dataset dataset, InventoryFrame frame)
    {
        var position = frame.Positions.Of(copy.LocationId, dataset.ClassificationId);
        var country = frame.Positions.Locations[copy.LocationId].Country;
        return (filter.Roles.Length == 0 || filter.Roles.Contains(copy.Role))
            && (filter.States.Length == 0 || filter.States.Contains(copy.State))
            && (filter.Positions.Length == 0 || filter.Positions.Contains(position))
            && (filter.Countries.Length == 0 || filter.Countries.Contains(country))
            && (!filter.CountedOnly || copy.State.Counts(position))
            && (filter.Owner is null || dataset.Owner == filter.Owner)
            && (filter.Text is null || DatasetWord.AskedFor(filter.Text).All(asked => DatasetWord.Of(dataset).Any(word => word.StartsWith(asked, StringComparison.Ordinal))) || copy.ResourceId.StartsWith(filter.Text, StringComparison.Ordinal));
    }

    private static Mark<TKey>? MarkOf<TKey>(Copy? copy, Func<Copy, TKey> key, Func<Copy, long> tie) => copy is null ? null : new(key(copy), tie(copy));

    /// <param name="mark">Null for the start.</param>
    private static async Task<(long[] Probed, long[] Walked)> BothAsync<TKey>(
        CopySearch search, CopyOrder<TKey> order, bool descending, Mark<TKey>? mark, int take)
    {
        var probed = await new CopyPager<TKey>(search, order, descending).ProbeAsync(mark, take, Token);
        var walked = await new CopyPager<TKey>(search, order, descending) { ShortestWalk = 3 }.WalkAsync(mark, take, int.MaxValue, Token);
        return ([.. probed.Select(point => point.Id)], [.. walked.Select(point => point.Id)]);
    }
}
