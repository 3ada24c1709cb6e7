using CsCheck;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Testing;
using Dashboard.Web.Features.Inventory.List;
using Dashboard.Web.Features.Inventory.Query;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Inventory;

public sealed class CopyPagerTests : InventoryTest
{
    private static readonly string[] Filters =
    [
        "", "role=Backup", "role=Primary&role=Cache", "position=Outside", "position=Unknown", "state=Missing&position=Inside", "counted=yes",
        "text=chat", "text=sys", "text=a/", "text=a", "text=a&role=Backup", "text=mail&role=Backup", "owner=Ada Lovelace&position=Inside", "country=SG&state=Present",
    ];

    /// <summary>The rows are the same by whatever way they are found.</summary>
    [Fact]
    public async Task EveryWay_OnRandomInventories_EqualsSortingInMemory()
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
                var search = await CopySearch.ResolveAsync(context, terms, frame, forOnePage: seed % 2 == 0, Token);
                var datasets = await context.Datasets.ToDictionaryAsync(dataset => dataset.Id, Token);
                var expected = ListCopiesTests.Sorted(copies.Where(copy => Matches(terms, copy, datasets[copy.DatasetId], frame)), sort).ToList();
                var mark = skip > 0 && expected.Count > skip ? expected[skip - 1] : null;
                long[] wanted = [.. expected.Skip(mark is null ? 0 : skip).Take(take).Select(copy => copy.Id)];

                var totals = await CopyTotals.CountAsync(search, frame, Token);
                Assert.Equal((expected.Count, expected.Sum(copy => copy.Bytes)), (totals.Copies, totals.Bytes));
                var ways = key switch
                {
                    CopySortKey.Resource => await EachAsync(search, totals, CopyOrders.Resource, descending, MarkOf(mark, copy => copy.ResourceId, copy => copy.SourceId), take),
                    CopySortKey.Bytes => await EachAsync(search, totals, CopyOrders.Bytes, descending, MarkOf(mark, copy => copy.Bytes, copy => copy.Id), take),
                    _ => await EachAsync(search, totals, CopyOrders.FirstSeen, descending, MarkOf(mark, copy => copy.FirstSeen, copy => copy.Id), take),
                };
                Assert.All(ways, way => Assert.Equal(wanted, way));
            },
            iter: 200, threads: 1);
    }

    private async Task<CopySearch> SearchAsync(DashboardContext context, params FilterTerm[] terms)
    {
        var frame = await SettledAsync(context);
        return await CopySearch.ResolveAsync(context, new CopyFilter(terms), frame, forOnePage: true, Token);
    }

    private async Task<InventoryFrame> SettledAsync(DashboardContext context)
    {
        Programme.Copy(Programme.Dataset("Chat"), Programme.Virginia, CopyRole.Backup, resource: "bucket/1");
        await Programme.SettleAsync(Token);
        return await InventoryFrame.LoadAsync(context, Programme.Member(Roles.GovernanceLead), "US", Noon, Token);
    }

    [Fact]
    public async Task Plans_OfWalkAndProbe_StayInTheIndexes()
    {
        await using var context = Database.CreateDbContext();
        var search = await SearchAsync(context, new FilterTerm(FilterKey.Role, nameof(CopyRole.Backup)));
        var bytes = new CopyPager<long>(search, CopyOrders.Bytes, descending: true);
        var seen = new CopyPager<DateTimeOffset>(search, CopyOrders.FirstSeen, descending: false);
        var resource = new CopyPager<string>(search, CopyOrders.Resource, descending: false);

        Assert.Contains("USING COVERING INDEX IX_Copies_RollupId_Bytes_Id (RollupId=?)", await QueryPlan.OfAsync(bytes.Probe(null, 50), Token));
        Assert.Contains("USING COVERING INDEX IX_Copies_RollupId_FirstSeen_Id (RollupId=?", await QueryPlan.OfAsync(seen.Probe(new(Noon, 1), 50), Token));
        Assert.Contains("USING COVERING INDEX IX_Copies_RollupId_ResourceId_SourceId (RollupId=?)", await QueryPlan.OfAsync(resource.Probe(null, 50), Token));
        Assert.Contains("USING COVERING INDEX IX_Copies_Bytes_Id_RollupId_DatasetId (Bytes<?)", await WalkPlanAsync(search, CopyOrders.Bytes, (path, points) => path.Beyond(points, 5)));
        Assert.Contains(
            "USING COVERING INDEX IX_Copies_FirstSeen_Id_RollupId_DatasetId (FirstSeen=? AND Id<?)",
            await WalkPlanAsync(search, CopyOrders.FirstSeen, (path, points) => path.Ties(points, new(Noon, 1))));
        Assert.Contains("IX_Copies_ResourceId_SourceId (ResourceId<?)", await WalkPlanAsync(search, CopyOrders.Resource, (path, points) => path.Beyond(points, "a")));
    }

    /// <summary>Few matches are found by what is asked, never along the order; what an index holds sorted is left as soon as it cannot be shown.</summary>
    [Theory]
    [InlineData("text=chat&role=Backup", "IX_Copies_DatasetId_{0} (DatasetId=?", "Bytes_Id_RollupId", "FirstSeen_Id_RollupId", "ResourceId_SourceId_RollupId")]
    [InlineData("owner=Ada Lovelace", "IX_Copies_DatasetId_{0} (DatasetId=?", "Bytes_Id_RollupId", "FirstSeen_Id_RollupId", "ResourceId_SourceId_RollupId")]
    [InlineData("system=1&state=Present", "IX_Copies_RollupId_{0} (RollupId=?", "Bytes_Id", "FirstSeen_Id", "ResourceId_SourceId")]
    [InlineData("position=Outside", "IX_Copies_RollupId_{0} (RollupId=?", "Bytes_Id", "FirstSeen_Id", "ResourceId_SourceId")]
    public async Task Plans_OfAProbe_SeekWhatIsAskedFor(string filter, string seek, string bytes, string seen, string resource)
    {
        await using var context = Database.CreateDbContext();
        var search = await SearchAsync(context, [.. InventoryAddress.Parse($"/inventory?{filter}").Terms]);

        await AssertPlansAsync(CopyOrders.Bytes, 5, bytes);
        await AssertPlansAsync(CopyOrders.FirstSeen, Noon, seen);
        await AssertPlansAsync(CopyOrders.Resource, "b", resource);

        async Task AssertPlansAsync<TKey>(CopyOrder<TKey> order, TKey key, string columns)
        {
            foreach (var descending in new[] { true, false })
            {
                var pager = new CopyPager<TKey>(search, order, descending);
                foreach (var mark in new Mark<TKey>?[] { null, new(key, 1) })
                {
                    var plan = await QueryPlan.OfAsync(pager.Probe(mark, 50), Token);
                    Assert.Contains("COVERING INDEX " + seek.Replace("{0}", columns, StringComparison.Ordinal), plan);
                    Assert.DoesNotContain("SCAN c ", plan);
                }
            }
        }
    }

    /// <summary>Where all of a source's ids begin so, it is the source that is asked for: exactly, and without a look at any copy. What lasts asks for the beginning: copies may come that begin otherwise.</summary>
    [Theory]
    [InlineData("bucket/", false)]
    [InlineData("bucket/1", true)]
    [InlineData("disk/", true)]
    public async Task Resolve_ABeginningThatWholeShelvesShare_AsksForTheShelves(string text, bool namesResources)
    {
        await using var context = Database.CreateDbContext();
        Programme.Copy(Programme.Dataset("Mail"), Programme.Virginia, CopyRole.Backup, resource: "bucket/2");
        Programme.Copy(Programme.Dataset("Mail 2"), Programme.Ashburn, CopyRole.Primary, resource: "disk/1");
        Programme.Copy(Programme.Dataset("Mail 3"), Programme.Ashburn, CopyRole.Primary, resource: "disc/2");

        var frame = await SettledAsync(context);
        var search = await CopySearch.ResolveAsync(context, new CopyFilter([new(FilterKey.Text, text)]), frame, forOnePage: true, Token);
        var lasting = await CopySearch.ResolveAsync(context, new CopyFilter([new(FilterKey.Text, text)]), frame, forOnePage: false, Token);

        Assert.Equal((namesResources, true), (search.NamesDatasets, lasting.NamesDatasets));
        Assert.Equal(text == "bucket/" ? 2 : 1, await search.Matches.CountAsync(Token));
        Programme.Copy(Programme.Dataset("Other"), Programme.Virginia, CopyRole.Backup, resource: "other/1");
        await Programme.SettleAsync(Token);
        Assert.Equal(text == "bucket/" ? 2 : 1, await lasting.Matches.CountAsync(Token));
    }

    /// <summary>All that begin so are found by it; along another order only what passes the rest is looked up, one row each.</summary>
    [Fact]
    public async Task Plans_OfABeginning_NeverReadWhatBeginsOtherwise()
    {
        await using var context = Database.CreateDbContext();
        Programme.Copy(Programme.Dataset("Mail"), Programme.Virginia, CopyRole.Backup, resource: "disk/1");
        var search = await SearchAsync(context, new FilterTerm(FilterKey.Text, "bucket/"));
        Assert.True(search.NamesDatasets);
        Assert.Contains("IX_Copies_ResourceId_SourceId (ResourceId>? AND ResourceId<?)", await QueryPlan.OfAsync(search.Matches, Token));
        var pager = new CopyPager<long>(search, CopyOrders.Bytes, descending: true);
        foreach (var mark in new Mark<long>?[] { null, new(5, 1) })
            Assert.Contains("IX_Copies_ResourceId_SourceId (ResourceId>? AND ResourceId<?)", await QueryPlan.OfAsync(pager.Probe(mark, 50), Token));
        var walk = await WalkPlanAsync(search, CopyOrders.Bytes, (path, points) => path.Beyond(points, 5));
        Assert.Contains("USING COVERING INDEX IX_Copies_Bytes_Id_RollupId_DatasetId (Bytes<?)", walk);
        Assert.Contains("USING INTEGER PRIMARY KEY (rowid=?)", walk);
        const string Shelf = "IX_Copies_SourceId_LocationId_Role_State_ResourceId (SourceId=? AND LocationId=? AND Role=? AND State=? AND ";
        var shelves = await QueryPlan.OfAsync(ShelfRange.Of(context, ("a", "b")), Token);
        Assert.All(["ResourceId<?)", "ResourceId>? AND ResourceId<?)", "ResourceId>?)"], end => Assert.Contains(Shelf + end, shelves));
    }

    [Theory]
    [InlineData("role=Backup", "SourceId_LocationId_Role_State", "SourceId=? AND LocationId=? AND Role=? AND State=?", "")]
    [InlineData("system=1", "RollupId", "RollupId=?", "")]
    [InlineData("text=chat&state=Present", "DatasetId", "DatasetId=?", "_RollupId")]
    public async Task Plans_OfAMerge_SeekEachStreamInItsOwnIndex(string filter, string index, string seek, string carried)
    {
        await using var context = Database.CreateDbContext();
        var search = await SearchAsync(context, [.. InventoryAddress.Parse($"/inventory?{filter}").Terms]);

        await AssertPlansAsync(CopyOrders.Bytes, 5, $"IX_Copies_{index}_Bytes_Id{carried} ({seek} AND Bytes<?)");
        await AssertPlansAsync(CopyOrders.FirstSeen, Noon, $"IX_Copies_{index}_FirstSeen_Id{carried} ({seek} AND FirstSeen<?)");
        await AssertPlansAsync(CopyOrders.Resource, "b", $"IX_Copies_{index}_ResourceId{(index.StartsWith('S') ? "" : "_SourceId")}{carried} ({seek} AND ResourceId<?)");

        async Task AssertPlansAsync<TKey>(CopyOrder<TKey> order, TKey key, string expected)
        {
            var path = new CopyPath<TKey>(order, descending: true);
            var streams = (await search.StreamsAsync(path.IsByResource, count: null, Token))!;
            var merge = new CopyMerge<TKey>(search, streams, path);
            var points = search.CopiesFor(path.IsByResource).Select(order.Point);
            var beyond = path.Beyond(streams.MixRollups ? search.OfRollups(points, byDataset: true) : points, key);
            var foremost = streams.Only([1]);

            Assert.Contains(expected, await QueryPlan.OfAsync(merge.Places(streams, beyond, 1), Token));
            Assert.Contains($"COVERING INDEX {expected}", await QueryPlan.OfAsync(merge.Heads(beyond, emptyLast: true).Take(200), Token));
            Assert.Contains(expected, await QueryPlan.OfAsync(merge.Places(foremost, beyond, 50), Token));
            Assert.Contains(expected, await QueryPlan.OfAsync(merge.Nearest(foremost.Of(beyond), 50), Token));

            var ties = path.Ties(streams.MixRollups ? search.OfRollups(points, byDataset: true) : points, new(key, 1));
            foreach (var among in new[] { streams, foremost })
            {
                Assert.Contains($"COVERING INDEX {expected}", await QueryPlan.OfAsync(merge.First(among.Of(beyond), 50), Token));
                if (!path.IsByResource)
                    Assert.Contains($"COVERING INDEX {expected.Replace("<?", "=? AND Id<?", StringComparison.Ordinal)}", await QueryPlan.OfAsync(merge.First(among.Of(ties), 50), Token));
            }
        }
    }

    /// <summary>Datasets are few beside their copies, and so are the rollups of each.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData(100)]
    public async Task Plan_OfTheTotalsOfDatasets_ReadsTheirSharesAndNoCopy(int? rows)
    {
        await using var context = Database.CreateDbContext();
        var search = await SearchAsync(context, new FilterTerm(FilterKey.Text, "chat"), new(FilterKey.Role, nameof(CopyRole.Backup)));

        var plan = await QueryPlan.OfAsync(CopyTotals.Shared(search, rows), Token);
        Assert.Contains("sqlite_autoindex_DatasetRollups_1 (DatasetId=?", plan);
        Assert.Contains("SEARCH c0 USING INTEGER PRIMARY KEY (rowid=?)", plan);
        Assert.DoesNotContain("IX_Copies", plan);
    }

    /// <summary>Where the first copies of many datasets lie is read from one small table.</summary>
    [Fact]
    public async Task Plan_OfTheFront_ReadsNoCopy()
    {
        await using var context = Database.CreateDbContext();
        var search = await SearchAsync(context, new FilterTerm(FilterKey.Text, "chat"), new(FilterKey.Role, nameof(CopyRole.Backup)));
        var front = new CopyFront<string>(search, new(CopyOrders.Resource, descending: true)) { Near = 1000, Counts = [16], LeavesInTime = true };

        var near = await QueryPlan.OfAsync(front.Starts(near: true)!.Take(17), Token);
        Assert.Contains("SCAN d USING COVERING INDEX IX_DatasetSpans_Last", near);
        var all = await QueryPlan.OfAsync(front.Starts(near: false)!.Take(17), Token);
        Assert.Contains("SEARCH d USING INTEGER PRIMARY KEY (rowid=?)", all);
        Assert.All([near, all], plan => Assert.DoesNotContain("Copies", plan));
        Assert.Null(new CopyFront<long>(search, new(CopyOrders.Bytes, descending: true)) { Near = 1000, Counts = [16], LeavesInTime = true }.Starts(near: false));
    }

    private static Task<string> WalkPlanAsync<TKey>(
        CopySearch search, CopyOrder<TKey> order, Func<CopyPath<TKey>, IQueryable<CopyPoint<TKey>>, IQueryable<CopyPoint<TKey>>> entries)
    {
        var path = new CopyPath<TKey>(order, descending: true);
        return QueryPlan.OfAsync(path.Picked(search, entries(path, search.CopiesFor(path.IsByResource).Select(order.Point)), 1000, 50), Token);
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

    /// <summary>Few fetched and sorted; as a page finds them when there are many, with short walks and without, where the database leaves a stream in time and where not; roaming in short steps.</summary>
    /// <param name="mark">Null for the start.</param>
    private static async Task<List<long[]>> EachAsync<TKey>(
        CopySearch search, CopyTotals totals, CopyOrder<TKey> order, bool descending, Mark<TKey>? mark, int take)
    {
        var probing = new CopyPager<TKey>(search, order, descending) { FewMatches = int.MaxValue };
        var walking = new CopyPager<TKey>(search, order, descending) { FewMatches = 0, FewStreams = 0, Walk = (3, 3), Front = (2, [1, 3]) };
        var merging = new CopyPager<TKey>(search, order, descending) { FewMatches = 0, FewStreams = int.MaxValue };
        var bounded = new CopyPager<TKey>(search, order, descending) { FewMatches = 0, FewStreams = int.MaxValue, Front = (2, [1, 3]), LeavesInTime = false };
        var roaming = new CopyRoam<TKey>(search, new(order, descending)) { ShortestWalk = 3 };
        List<List<FoundCopy<TKey>>> ways =
        [
            await probing.NextAsync(mark, take, totals, Token),
            await walking.NextAsync(mark, take, totals, Token),
            await walking.NextAsync(mark, take, totals with { IsCapped = true }, Token),
            await merging.NextAsync(mark, take, totals, Token),
            await bounded.NextAsync(mark, take, totals, Token),
            await roaming.NextAsync(mark, take, int.MaxValue, Token),
        ];
        return ways.ConvertAll(points => points.Select(point => point.Id).ToArray());
    }
}
