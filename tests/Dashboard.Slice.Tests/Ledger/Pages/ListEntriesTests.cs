using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Testing;
using Dashboard.Web.Features.Ledger.Entries;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Ledger.Pages;

public sealed class ListEntriesTests : LedgerReading
{
    private static readonly string[] Actors = ["ada", "bo", "cy"];
    private static readonly string[] Kinds = ["wave.created", "wave.revised"];

    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.DataSteward)]
    [InlineData(Roles.Administrator)]
    public async Task Handle_WithoutPermission_IsRefused(Roles roles) =>
        Assert.IsType<NotPermitted>((await new ListEntries(Bench.Database, As(roles)).HandleAsync(new(EntryFilter.None), Token)).Refusal);

    [Theory]
    [InlineData(Roles.GovernanceLead)]
    [InlineData(Roles.Reviewer)]
    public async Task Handle_ByAnOversightRoleWithoutItsCountry_IsRefused(Roles roles) =>
        Assert.IsType<OutsideOversightCountry>((await new ListEntries(Bench.Database, As(roles, "SG")).HandleAsync(new(EntryFilter.None), Token)).Refusal);

    [Theory]
    [InlineData(null, null, null, false, false)]
    [InlineData("ada", null, null, false, false)]
    [InlineData(null, "wave.created", null, false, false)]
    [InlineData("bo", "wave.revised", null, false, false)]
    [InlineData(null, null, "wave:1", false, false)]
    [InlineData("cy", null, "wave:2", false, false)]
    [InlineData(null, "wave.created", "wave:1", false, false)]
    [InlineData("ada", "wave.revised", "wave:3", false, false)]
    [InlineData(null, null, null, true, false)]
    [InlineData(null, null, null, false, true)]
    [InlineData("ada", "wave.created", "wave:1", true, true)]
    [InlineData("ada", null, null, true, true)]
    [InlineData("unknown", null, null, false, false)]
    public async Task EveryFilter_ForwardsAndBackwards_MatchesAPlainQuery(string? actor, string? action, string? subject, bool isFrom, bool isTo)
    {
        await FillAsync();
        var filter = new EntryFilter(isFrom ? new(2026, 3, 4) : null, isTo ? new(2026, 3, 9) : null, actor, action, SubjectKey.Parse(subject));
        var expected = (await PlainAsync()).Where(entry => Matches(entry, filter)).Select(entry => entry.Sequence).Reverse().ToList();

        var list = new ListEntries(Bench.Database, As(Roles.Auditor));
        var pages = new List<EntriesAnswer> { (await list.HandleAsync(new(filter), Token)).Value };
        while (pages[^1].HasOlder)
            pages.Add((await list.HandleAsync(new(filter, OlderThan: pages[^1].Rows[^1].Sequence), Token)).Value);

        Assert.Equal(expected, pages.SelectMany(page => page.Rows).Select(row => row.Sequence));
        Assert.Equal(expected.Count, pages[0].Count);
        Assert.False(pages[0].HasNewer);
        for (var page = pages.Count - 1; page > 0; page--)
        {
            Assert.True(pages[page].HasNewer);
            var before = (await list.HandleAsync(new(filter, NewerThan: pages[page].Rows[0].Sequence), Token)).Value;
            Assert.Equal(pages[page - 1].Rows, before.Rows);
            Assert.Equal(page > 1, before.HasNewer);
        }
    }

    [SqliteTheory("It reads SQLite's query plans.")]
    [InlineData("SEARCH l USING INTEGER PRIMARY KEY", null, null, null, false)]
    [InlineData("SEARCH l USING INTEGER PRIMARY KEY", null, null, null, true)]
    [InlineData("(ActorSubject=? AND Sequence<?)", "ada", null, null, false)]
    [InlineData("(Action=? AND Sequence<?)", null, "wave.created", null, false)]
    [InlineData("(ActorSubject=? AND Action=? AND Sequence<?)", "ada", "wave.created", null, false)]
    [InlineData("(ActorSubject=? AND Action=? AND Sequence>? AND Sequence<?)", "ada", "wave.created", null, true)]
    [InlineData("(Kind=? AND SubjectId=? AND Sequence<?)", null, null, "wave:1", false)]
    [InlineData("(Kind=? AND SubjectId=? AND Sequence<?)", "ada", null, "wave:1", false)]
    [InlineData("(Kind=? AND SubjectId=? AND Sequence<?)", null, "wave.created", "wave:1", false)]
    [InlineData("(Kind=? AND SubjectId=? AND Sequence>? AND Sequence<?)", "ada", "wave.created", "wave:1", true)]
    public async Task EveryFilter_ReadsAnIndexInOrder(string index, string? actor, string? action, string? subject, bool isFrom)
    {
        await FillAsync();
        await using var context = Bench.Database.CreateDbContext();
        var filter = new EntryFilter(isFrom ? new(2026, 3, 4) : null, null, actor, action, SubjectKey.Parse(subject));
        var found = await EntrySearch.FindAsync(context, filter, batchesOnly: false, Token);

        var plan = await PlanAsync(context, ListEntries.Page(found, new(filter, OlderThan: 90)));

        Assert.Contains(index, plan[0], StringComparison.Ordinal);
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal) || step.StartsWith("SCAN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reviewer_SeesEntriesAboutBatchesOnly()
    {
        await FillAsync();
        var list = new ListEntries(Bench.Database, As(Roles.Reviewer));
        Assert.Empty((await list.HandleAsync(new(EntryFilter.None), Token)).Value.Rows);
        await AppendAsync("ada", "wave.created", new LedgerSubject(LedgerSubjects.BatchKind, "1"), new LedgerSubject(LedgerSubjects.BatchKind, "2"), new("wave", "1"));
        await AppendAsync("bo", "wave.created", new LedgerSubject("wave", "1"));
        await AppendAsync("bo", "wave.revised", new LedgerSubject("wave", "1"), new LedgerSubject(LedgerSubjects.BatchKind, "1"));

        var all = (await list.HandleAsync(new(EntryFilter.None), Token)).Value;
        Assert.Equal([124L, 122], all.Rows.Select(row => row.Sequence));
        Assert.Equal((2L, false), (all.Count, all.SeesAll));
        Assert.Equal([122L], (await list.HandleAsync(new(EntryFilter.None, OlderThan: 124), Token)).Value.Rows.Select(row => row.Sequence));
        Assert.Equal([124L, 122], (await list.HandleAsync(new(new(Subject: new("wave", "1"))), Token)).Value.Rows.Select(row => row.Sequence));
    }

    [SqliteFact("It reads SQLite's query plans.")]
    public async Task EntriesAboutBatches_AreReadByAnIndex()
    {
        await FillAsync();
        await using var context = Bench.Database.CreateDbContext();
        var found = await EntrySearch.FindAsync(context, EntryFilter.None, batchesOnly: true, Token);
        Assert.DoesNotContain(await PlanAsync(context, ListEntries.Page(found, new(EntryFilter.None))), step => step.StartsWith("SCAN l0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Actors_AreMembers_AndTheRequestedActor()
    {
        await AppendAsync("gone", "wave.created", new LedgerSubject("wave", "1"));
        var answer = (await new ListEntries(Bench.Database, As(Roles.Auditor)).HandleAsync(new(new(Actor: "gone")), Token)).Value;

        Assert.Equal(["Auditor", "The dashboard", "GONE"], answer.Actors.Select(actor => actor.Name));
    }

    [Theory]
    [InlineData("dataset:12", "dataset", "12")]
    [InlineData("dataset:a:b", "dataset", "a:b")]
    [InlineData("dataset", null, null)]
    [InlineData(":12", null, null)]
    [InlineData("dataset:", null, null)]
    [InlineData(null, null, null)]
    public void Subject_InTheUrl_IsReadOrIgnored(string? text, string? kind, string? id) =>
        Assert.Equal(kind is null ? null : new SubjectKey(kind, id!), SubjectKey.Parse(text));

    /// <summary>Appends 120 entries on ten days after the two initial ones.</summary>
    private async Task FillAsync()
    {
        for (var number = 0; number < 120; number++)
        {
            Bench.Clock.Now = Bench.Clock.Now.AddHours(2);
            await AppendAsync(Actors[number % 3], Kinds[number % 2], new LedgerSubject("wave", $"{number % 4}"), new LedgerSubject("dataset", $"{number}"));
        }
    }

    private async Task<List<(long Sequence, DateTimeOffset Time, string Actor, string Action, HashSet<string> Subjects)>> PlainAsync() =>
    [
        .. (await Bench.EntriesAsync()).Select(entry => EntryContent.Parse(entry.Content)).Select(entry =>
            (entry.Sequence, entry.Time, entry.Actor.Subject, entry.Action, entry.Related.Prepend(entry.Subject).Select(subject => $"{subject.Kind}:{subject.Id}").ToHashSet())),
    ];

    private static bool Matches((long Sequence, DateTimeOffset Time, string Actor, string Action, HashSet<string> Subjects) entry, EntryFilter filter) =>
        (filter.From is null || DateOnly.FromDateTime(entry.Time.UtcDateTime) >= filter.From)
        && (filter.To is null || DateOnly.FromDateTime(entry.Time.UtcDateTime) <= filter.To)
        && (filter.Actor is null || entry.Actor == filter.Actor)
        && (filter.Action is null || entry.Action == filter.Action)
        && (filter.Subject is null || entry.Subjects.Contains($"{filter.Subject}"));

    private static async Task<List<string>> PlanAsync(Core.DashboardContext context, IQueryable<EntryRow> page)
    {
        await using var command = page.CreateDbCommand();
        await context.Database.OpenConnectionAsync(Token);
        command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Token);
        while (await reader.ReadAsync(Token))
            steps.Add(reader.GetString(3));
        return steps;
    }
}
