using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Slice.Tests.SqlServer;
using Dashboard.Testing;
using Dashboard.Testing.SqlServer;
using Dashboard.Web.Features.Inventory.List;
using Dashboard.Web.Features.Inventory.Query;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Inventory;

/// <summary>The purpose of each index on copies: SQLite's query plans without statistics, and the statements for SQL Server.</summary>
public sealed class InventoryIndexTests : InventoryTest
{
    private static readonly ReadLimits Large = new() { KnownDatasets = 0, Datasets = 0, SortedCopies = 0 };

    /// <summary>Every index costs each import time and space, so each must serve one of these queries.</summary>
    [Fact]
    public void Indexes_OfCopies_AreTheOnesTheseQueriesUse()
    {
        using var context = Database.CreateDbContext();

        Assert.Equal(
            [
                "Bytes,Id", "DatasetId,Bytes,Id,RollupId", "DatasetId,FirstSeen,Id,RollupId", "DatasetId,ResourceId,SourceId,RollupId", "FirstSeen,Id",
                "ResourceId,SourceId", "RollupId,Bytes,Id", "RollupId,FirstSeen,Id", "RollupId,ResourceId,SourceId",
            ],
            context.Model.FindEntityType(typeof(Copy))!.GetIndexes().Select(index => string.Join(',', index.Properties.Select(property => property.Name))).Order(StringComparer.Ordinal));
    }

    /// <summary>Without a filter, the page is the start of the sort order's index. If a text matches many datasets, copies are tested along it.</summary>
    [SqliteTheory("It reads SQLite's query plans.")]
    [InlineData("")]
    [InlineData("text=urn")]
    public async Task Plans_WithoutRollups_UseTheIndexOfTheSortOrder(string filter)
    {
        await using var context = Database.CreateDbContext();
        var set = await SetAsync(context, filter, Large);

        await AssertPlansAsync(set, "Bytes_Id", "FirstSeen_Id", "ResourceId_SourceId", "", plan => Assert.DoesNotContain("FOR ORDER BY", plan));
    }

    /// <summary>Reads the first copies of each rollup from an index in this sort order.</summary>
    [SqliteTheory("It reads SQLite's query plans.")]
    [InlineData("role=Backup")]
    [InlineData("system=1&state=Present")]
    [InlineData("position=Outside")]
    public async Task Plans_OfAFilterByRollup_ReadTheFirstCopiesOfEachRollup(string filter)
    {
        await using var context = Database.CreateDbContext();
        var set = await SetAsync(context, filter);

        await AssertPlansAsync(set, "RollupId_Bytes_Id", "RollupId_FirstSeen_Id", "RollupId_ResourceId_SourceId", "RollupId=?", plan => Assert.Contains("COVERING INDEX IX_Copies", plan));
    }

    /// <summary>Reads the first copies of each dataset. The index also contains their rollups.</summary>
    [SqliteTheory("It reads SQLite's query plans.")]
    [InlineData("text=chat")]
    [InlineData("text=chat&role=Backup")]
    [InlineData("owner=Ada Lovelace&position=Outside")]
    public async Task Plans_OfDatasets_ReadTheFirstCopiesOfEachDataset(string filter)
    {
        await using var context = Database.CreateDbContext();
        var set = await SetAsync(context, filter);

        await AssertPlansAsync(
            set, "DatasetId_Bytes_Id_RollupId", "DatasetId_FirstSeen_Id_RollupId", "DatasetId_ResourceId_SourceId_RollupId", "DatasetId=?", plan => Assert.Contains("COVERING INDEX IX_Copies", plan));
    }

    /// <summary>A few copies with the prefix are read by resource ID. If there are many, the first copies of each rollup that has any are read.</summary>
    [SqliteFact("It reads SQLite's query plans.")]
    public async Task Plans_OfAResourceIdPrefix_SeekTheRange()
    {
        const string Range = "ResourceId>? AND ResourceId<?";
        await using var context = Database.CreateDbContext();
        var few = new CopySet(context, null, null, new(context, "bucket/", "bucket0", AreFew: true));
        var many = new CopySet(context, null, null, new(context, "bucket/", "bucket0", AreFew: false));

        Assert.Contains($"IX_Copies_ResourceId_SourceId ({Range})", await QueryPlan.OfAsync(Page(few, CopyOrders.Bytes), Token));
        var plan = await QueryPlan.OfAsync(Page(many, CopyOrders.Bytes), Token);
        Assert.Contains($"IX_Copies_RollupId_ResourceId_SourceId (RollupId=? AND {Range})", plan);
        Assert.Contains("IX_Copies_RollupId_Bytes_Id (RollupId=? AND Bytes>?)", plan);
        Assert.Contains("IX_Copies_RollupId_FirstSeen_Id (RollupId=? AND FirstSeen>?)", await QueryPlan.OfAsync(Page(many, CopyOrders.FirstSeen), Token));
    }

    /// <summary>A cursor from outside the range is left out if the whole range follows it.</summary>
    [Theory]
    [InlineData("zone/1", true, true)]
    [InlineData("bucket0", true, true)]
    [InlineData("bucket/7", true, false)]
    [InlineData("area/1", true, false)]
    [InlineData("area/1", false, true)]
    [InlineData("bucket/", false, false)]
    [InlineData("zone/1", false, false)]
    [InlineData("zone/\U0001F600", true, false)]
    public async Task IsAfter_OfAResourceId_IsTrueIfTheWholeRangeFollows(string resourceId, bool descending, bool expected)
    {
        await using var context = Database.CreateDbContext();
        var range = new ResourceRange(context, "bucket/", "bucket0", AreFew: false);

        Assert.Equal(expected, range.IsAfter(resourceId, descending));
    }

    /// <summary>The totals come from the dataset rollups, which are far fewer than the copies.</summary>
    [SqliteFact("It reads SQLite's query plans.")]
    public async Task Plan_OfTheTotalsOfDatasets_ReadsTheirRollupsAndNoCopies()
    {
        await using var context = Database.CreateDbContext();
        var set = await SetAsync(context, "text=chat&role=Backup");

        var plan = await QueryPlan.OfAsync(CopySums.OfDatasetRollups(context, set.DatasetRollupsOf(set.Datasets!.All)), Token);

        Assert.Contains("sqlite_autoindex_DatasetRollups_1 (DatasetId=?", plan);
        Assert.DoesNotContain("IX_Copies", plan);
    }

    /// <summary>Copies found in two sets are read by ID, not from the index of the sort order.</summary>
    [SqliteFact("It reads SQLite's query plans.")]
    public async Task Plan_OfTwoSets_ReadsTheirCopiesById()
    {
        await using var context = Database.CreateDbContext();
        var lookups = await SettledAsync(context);
        var query = await InventoryQuery.ResolveAsync(context, new CopyFilter([new(FilterKey.Text, "bucket")]), lookups, Token);

        Assert.Contains("USING INTEGER PRIMARY KEY (rowid=?)", await QueryPlan.OfAsync(query.Sorted(CopyOrders.Bytes, [1, 2], 51), Token));
    }

    /// <summary>SQL Server reads at most one page of copies from each rollup or dataset, and sorts them.</summary>
    [Fact]
    public async Task Statements_ForSqlServer_TakeTheFirstCopiesOfEach()
    {
        var statements = new List<SqlStatement>();
        await using var context = NoServer.Open(statements);
        var rollups = context.CopyRollups.Where(rollup => rollup.Role == CopyRole.Backup);
        var datasets = new NamedDatasets(context.Datasets, context.Datasets, IsEmpty: false, AreMany: false);
        CopySet[] sets =
        [
            new(context, rollups, null, null), new(context, rollups, datasets, null), new(context, null, datasets, null),
            new(context, rollups, null, new(context, "a", "b", AreFew: false)),
        ];

        foreach (var set in sets)
        {
            await Page(set, CopyOrders.Bytes).ToListAsync(Token);
            await Page(set, CopyOrders.FirstSeen with { Descending = true }).ToListAsync(Token);
            await Page(set, CopyOrders.Resource).ToListAsync(Token);
        }

        Assert.Equal(12, statements.Count);
        Assert.All(statements, statement => Assert.Matches("CROSS APPLY \\(\\s+SELECT TOP\\(@\\w+\\)", statement.Text));
        Assert.Empty(await SchemaCompiler.ProblemsAsync(statements, Token));
    }

    private static IQueryable<FoundCopy<TKey>> Page<TKey>(CopySet set, CopyOrder<TKey> order) =>
        set.First(order, set.Context.Copies.AsNoTracking().Select(order.Projection), 51);

    private static async Task AssertPlansAsync(CopySet set, string bytes, string seen, string resource, string seek, Action<string> also)
    {
        await AssertAsync(CopyOrders.Bytes, 5, bytes, "Bytes");
        await AssertAsync(CopyOrders.FirstSeen, Noon, seen, "FirstSeen");
        await AssertAsync(CopyOrders.Resource, "b", resource, "ResourceId");

        async Task AssertAsync<TKey>(CopyOrder<TKey> ascending, TKey key, string index, string column)
        {
            foreach (var order in new[] { ascending, ascending with { Descending = true } })
            {
                var and = seek.Length == 0 ? "" : $"{seek} AND ";
                var copies = set.Context.Copies.AsNoTracking().Select(order.Projection);
                var first = await QueryPlan.OfAsync(set.First(order, copies, 51), Token);
                var beyond = await QueryPlan.OfAsync(set.First(order, order.Beyond(copies, new(key, 1)), 51), Token);
                var ties = await QueryPlan.OfAsync(set.First(order, order.Ties(copies, new(key, 1)), 51), Token);
                Assert.Contains($"INDEX IX_Copies_{index}{(seek.Length == 0 ? "" : $" ({seek})")}", first);
                Assert.Contains($"INDEX IX_Copies_{index} ({and}{column}{(order.Descending ? "<" : ">")}?)", beyond);
                Assert.Contains($"{and}{column}=?", ties);
                Assert.All([first, beyond], also);
            }
        }
    }

    private async Task<CopySet> SetAsync(DashboardContext context, string filter, ReadLimits? limits = null)
    {
        var lookups = await SettledAsync(context);
        var terms = new CopyFilter(InventoryAddress.Parse($"/inventory?{filter}").Terms);
        return Assert.Single((await InventoryQuery.ResolveAsync(context, terms, lookups, Token, limits)).Sets);
    }

    private async Task<InventoryLookups> SettledAsync(DashboardContext context)
    {
        Programme.Copy(Programme.Dataset("Chat"), Programme.Virginia, CopyRole.Backup, resource: "bucket/1");
        await Programme.SettleAsync(Token);
        return await InventoryLookups.LoadAsync(context, Programme.Member(Roles.GovernanceLead), "US", Noon, Token);
    }
}
