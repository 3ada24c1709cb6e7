using CsCheck;
using Dashboard.Core;
using Dashboard.Core.Migration;
using Dashboard.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Migration;

public sealed class DatasetSearchTests : SlicedProgramme
{
    private static readonly string[] Words = ["chat", "Chatter", "mail", "MailBox", "urn", "a", "ab", "Größe", "x9"];

    /// <summary>The words in the table match the datasets' names after every kind of change.</summary>
    [Fact]
    public async Task Save_AddedRenamedAndUnchanged_KeepsWords()
    {
        for (var number = 0; number < 700; number++)
            Programme.Dataset($"Old{number} name");
        await using (var context = Database.CreateDbContext().Arranging())
        {
            var unknown = Programme.System("Messages").Id;
            foreach (var dataset in await context.Datasets.Where(dataset => dataset.Id % 2 == 0).ToListAsync(Token))
                dataset.Describe($"NewName {dataset.Id}", unknown, "Ada", Programme.Protected.Id, [], null);
            context.Add(Dataset.Discovered("urn:late", "Late", unknown, Programme.Unclassified.Id, Noon));
            await context.SaveChangesAsync(Token);
        }

        await AssertWordsAsync();
    }

    [Fact]
    public async Task Save_WithoutANameChange_WritesNoWords()
    {
        var chat = Programme.Dataset("Chat");
        await using var context = Database.CreateDbContext().Arranging();
        await context.DatasetWords.ExecuteDeleteAsync(Token);
        var dataset = await context.Datasets.SingleAsync(dataset => dataset.Id == chat.Id, Token);
        dataset.MoveToWave(Programme.Wave("Wave 1").Id);
        await context.SaveChangesAsync(Token);

        Assert.Empty(await context.DatasetWords.ToListAsync(Token));
    }

    [Fact]
    public async Task Save_InATransactionRolledBack_LeavesNoWords()
    {
        var system = Programme.System("Messages").Id;
        await using var context = Database.CreateDbContext().Arranging();
        await using (var transaction = await context.Database.BeginTransactionAsync(Token))
        {
            context.Add(Dataset.Discovered("urn:x", "X", system, Programme.Unclassified.Id, Noon));
            await context.SaveChangesAsync(Token);
            Assert.Equal(2, await context.DatasetWords.CountAsync(Token));
        }

        Assert.Equal(0, await context.DatasetWords.CountAsync(Token));
    }

    [Fact]
    public async Task Resolve_OnRandomNames_FindsNamesWithTheseWordPrefixes()
    {
        await Gen.Select(Gen.Int[0, Words.Length - 1].Array[1, 3].Array[0, 12], Gen.Int[0, Words.Length - 1].Array[1, 3], Gen.Int[1, 5]).SampleAsync(
            async (names, asked, cut) =>
            {
                using var database = ITestDatabase.Open();
                var programme = new ProgrammeBuilder(database, Noon);
                var datasets = names.Select((name, at) => programme.Dataset(string.Join('-', name.Select(word => Words[word])), urn: $"urn:{at}")).ToList();
                var text = string.Join(' ', asked.Select(word => Words[word][..Math.Min(cut, Words[word].Length)].ToUpperInvariant()));
                var expected = datasets
                    .Where(dataset => DatasetWord.SearchWords(text).All(start => DatasetWord.Of(dataset).Any(word => word.StartsWith(start, StringComparison.Ordinal))))
                    .Select(dataset => dataset.Id)
                    .ToArray();

                await using var context = database.CreateDbContext().Arranging();
                var search = await DatasetSearch.ResolveAsync(context, text, Token);
                Assert.True(search.IsAll);
                Assert.Equal(expected, search.First.Order());
                Assert.Equal(expected, await search.Ids.Distinct().OrderBy(id => id).ToArrayAsync(Token));
                Assert.Equal(expected, await search.Among(context.Datasets).Select(dataset => dataset.Id).OrderBy(id => id).ToArrayAsync(Token));
            },
            iter: 60, threads: 1);
    }

    /// <summary>Few datasets, many, and enough that even the rarest word is common.</summary>
    [Theory]
    [InlineData(400, true)]
    [InlineData(600, false)]
    [InlineData(10_100, false)]
    public async Task Resolve_ManyDatasets_FindsAllOfThem(int count, bool isAll)
    {
        await AddAsync(count, number => $"Messages {(number < count - 1 ? "kept" : "lost")} {number}");
        await using var context = Database.CreateDbContext().Arranging();

        var search = await DatasetSearch.ResolveAsync(context, "urn mess", Token);
        Assert.Equal((isAll, Math.Min(count, DatasetSearch.Few)), (search.IsAll, search.First.Length));
        Assert.Equal(count, await search.Ids.Distinct().CountAsync(Token));
        Assert.Equal(count, await search.Among(context.Datasets).CountAsync(Token));
        var one = await DatasetSearch.ResolveAsync(context, "urn messages lost", Token);
        Assert.True(one.IsAll);
        Assert.Single(one.First);
    }

    [SqliteFact("It reads SQLite's query plans.")]
    public async Task Plans_OfSearch_UseTheWordIndexOnly()
    {
        await AddAsync(600, number => $"Messages {number}");
        await using var context = Database.CreateDbContext().Arranging();
        var search = await DatasetSearch.ResolveAsync(context, "messages urn", Token);

        Assert.Contains("USING COVERING INDEX sqlite_autoindex_DatasetWords_1 (Word>? AND Word<?)", await QueryPlan.OfAsync(DatasetSearch.Counted(context, "urn"), Token));
        var first = await QueryPlan.OfAsync(search.FirstOf(10), Token);
        Assert.Contains("IX_DatasetWords_DatasetId_Word (DatasetId=? AND Word>? AND Word<?)", first);
        Assert.DoesNotContain("TEMP B-TREE", first);
        var named = await QueryPlan.OfAsync(search.Among(context.Datasets).OrderBy(dataset => dataset.Name).Take(50), Token);
        Assert.Contains("SEARCH d USING INTEGER PRIMARY KEY (rowid=?)", named);
        Assert.DoesNotContain("SCAN d\n", named);
    }

    private async Task AddAsync(int count, Func<int, string> name)
    {
        var system = Programme.System("Messages").Id;
        await using var context = Database.CreateDbContext().Arranging();
        context.AddRange(Enumerable.Range(0, count).Select(number => Dataset.Discovered($"urn:{number}", name(number), system, Programme.Unclassified.Id, Noon)));
        await context.SaveChangesAsync(Token);
    }

    private async Task AssertWordsAsync()
    {
        await using DashboardContext context = Database.CreateDbContext().Arranging();
        var expected = (await context.Datasets.AsNoTracking().ToListAsync(Token)).SelectMany(dataset => DatasetWord.Of(dataset).Select(word => (dataset.Id, word)));
        var actual = (await context.DatasetWords.AsNoTracking().ToListAsync(Token)).Select(entry => (entry.DatasetId, entry.Word));
        Assert.Equal(expected.Order(), actual.Order());
    }
}
