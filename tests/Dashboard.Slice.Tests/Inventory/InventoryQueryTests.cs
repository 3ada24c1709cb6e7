using CsCheck;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Testing;
using Dashboard.Web.Features.Inventory.List;
using Dashboard.Web.Features.Inventory.Query;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Inventory;

public sealed class InventoryQueryTests : InventoryTest
{
    private static readonly string[] Filters =
    [
        "", "role=Backup", "role=Primary&role=Cache", "position=Outside", "position=Unknown", "state=Missing&position=Inside", "counted=yes",
        "text=chat", "text=sys", "text=a/", "text=a", "text=a&role=Backup", "text=mail&role=Backup", "owner=Ada Lovelace&position=Inside",
        "owner=Ada Lovelace", "text=urn", "text=urn&role=Backup", "text=B&state=Present", "country=SG&state=Present",
    ];

    /// <summary>The lowest limits, so that a small inventory is read like a large one.</summary>
    private static readonly ReadLimits Lowest = new() { KnownDatasets = 0, Datasets = 0, SortedCopies = 0 };

    private static readonly ReadLimits[] Limits = [ReadLimits.Default, Lowest, Lowest with { Datasets = 10, SortedCopies = 3 }];

    /// <summary>Finds the same rows, totals and IDs with all limits.</summary>
    [Fact]
    public async Task EveryFilterAndOrder_OnRandomInventories_EqualsSortingInMemory()
    {
        await Gen.Select(Gen.Int[0, 60], Gen.UInt, Gen.Int[0, Filters.Length - 1].Select(at => Filters[at]), Gen.Enum<CopySortKey>(), Gen.Bool, Gen.Int[1, 9], Gen.Int[0, 12]).SampleAsync(
            async (count, seed, filter, key, descending, take, skip) =>
            {
                using var database = ITestDatabase.Open();
                var programme = new ProgrammeBuilder(database, Noon);
                var copies = Fill(programme, count, new Random((int)seed));
                await programme.SettleAsync(Token);
                await using var context = database.CreateDbContext();
                var lookups = await InventoryLookups.LoadAsync(context, programme.Member(Roles.GovernanceLead), "US", Noon, Token);
                var terms = new CopyFilter(InventoryAddress.Parse($"/inventory?{filter}").Terms);
                var datasets = await context.Datasets.ToDictionaryAsync(dataset => dataset.Id, Token);
                var expected = ListCopiesTests.Sorted(copies.Where(copy => Matches(terms, copy, datasets[copy.DatasetId], lookups)), new(key, descending)).ToList();
                var last = skip > 0 && expected.Count > skip ? expected[skip - 1] : null;
                long[] wanted = [.. expected.Skip(last is null ? 0 : skip).Take(take).Select(copy => copy.Id)];

                foreach (var limits in Limits)
                {
                    var query = await InventoryQuery.ResolveAsync(context, terms, lookups, Token, limits);
                    var found = key switch
                    {
                        CopySortKey.Resource => await NextAsync(query, CopyOrders.Resource with { Descending = descending }, last is null ? null : new(last.ResourceId, last.SourceId), take),
                        CopySortKey.Bytes => await NextAsync(query, CopyOrders.Bytes with { Descending = descending }, last is null ? null : new(last.Bytes, last.Id), take),
                        _ => await NextAsync(query, CopyOrders.FirstSeen with { Descending = descending }, last is null ? null : new(last.FirstSeen, last.Id), take),
                    };
                    var totals = await query.TotalsAsync(lookups, Token);

                    Assert.Equal(wanted, found);
                    Assert.Equal((expected.Count, expected.Sum(copy => copy.Bytes)), (totals.Copies, totals.Bytes));
                    Assert.Equal(expected.Select(copy => copy.Id).Order(), await query.Ids.OrderBy(id => id).ToListAsync(Token));
                }
            },
            iter: 200, threads: 1);
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

    private static bool Matches(CopyFilter filter, Copy copy, Dataset dataset, InventoryLookups lookups)
    {
        var position = lookups.Positions.Of(copy.LocationId, dataset.ClassificationId);
        var country = lookups.Positions.Locations[copy.LocationId].Country;
        return (filter.Roles.Length == 0 || filter.Roles.Contains(copy.Role))
            && (filter.States.Length == 0 || filter.States.Contains(copy.State))
            && (filter.Positions.Length == 0 || filter.Positions.Contains(position))
            && (filter.Countries.Length == 0 || filter.Countries.Contains(country))
            && (!filter.CountedOnly || copy.State.Counts(position))
            && (filter.Owner is null || dataset.Owner == filter.Owner)
            && (filter.Text is null || DatasetWord.SearchWords(filter.Text).All(asked => DatasetWord.Of(dataset).Any(word => word.StartsWith(asked, StringComparison.Ordinal))) || copy.ResourceId.StartsWith(filter.Text, StringComparison.Ordinal));
    }

    private static async Task<long[]> NextAsync<TKey>(InventoryQuery query, CopyOrder<TKey> order, Cursor<TKey>? cursor, int take) =>
        [.. (await query.NextAsync(order, cursor, take, Token)).Select(copy => copy.Id)];
}
