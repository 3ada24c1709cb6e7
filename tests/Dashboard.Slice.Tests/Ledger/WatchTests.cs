using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Testing;
using Dashboard.Web.Features.Ledger.Signing;
using Dashboard.Web.Features.Ledger.Watch;
using Dashboard.Web.Jobs;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Dashboard.Slice.Tests.Ledger;

public sealed class WatchTests : IDisposable
{
    private readonly LedgerBench bench = new();
    private readonly LedgerCondition condition = new();
    private readonly KeptCheckpoint kept = new(Path.Combine(Path.GetTempPath(), $"checkpoint-{Guid.CreateVersion7():N}.txt"));
    private readonly ProgrammeBuilder programme;
    private readonly LedgerCheckJob watch;

    public WatchTests()
    {
        programme = new ProgrammeBuilder(bench.Database, bench.Clock.Now);
        watch = new(
            bench.Database, kept, condition, new ChangeNotices(), Options.Create(new LedgerSettings { Origin = bench.Keys.Origin }), bench.Clock,
            NullLogger<LedgerCheckJob>.Instance);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        watch.Dispose();
        kept.Dispose();
        bench.Dispose();
    }

    [Fact]
    public async Task IntactLog_RaisesNoAlarm_AndIsCheckedInFullAgainAfterADay()
    {
        await bench.BegunAsync();
        Assert.Equal(HealthStatus.Degraded, (await HealthAsync()).Status);
        await watch.RunAsync(Token);
        var first = condition.Latest!;
        bench.Clock.Now += TimeSpan.FromHours(1);
        await watch.RunAsync(Token);
        var second = condition.Latest!;
        bench.Clock.Now += TimeSpan.FromHours(24);
        await watch.RunAsync(Token);

        Assert.Equal((2, null, first.FullAt, bench.Clock.Now), (second.Entries, second.Problem, second.FullAt, condition.Latest!.FullAt));
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync()).Status);
        Assert.Empty((await AlarmsAsync(Roles.Auditor)).Alarms);
    }

    [Fact]
    public async Task Mismatch_RaisesOneAlarm_ThatOnlyALeadCanAnswer()
    {
        await bench.BegunAsync();
        await bench.WithEntriesAsync(5);
        await watch.RunAsync(Token);
        await bench.TamperAsync("UPDATE LedgerEntries SET Content = CAST(replace(CAST(Content AS TEXT), 'noted 1', 'noted 2') AS BLOB) WHERE Sequence = 3");

        // Verified entries are not read again until the daily full check. A restart begins with a full check.
        await watch.RunAsync(Token);
        Assert.Null(condition.Latest!.Problem);
        bench.Clock.Now += TimeSpan.FromHours(24);
        await watch.RunAsync(Token);
        await watch.RunAsync(Token);

        var seen = await AlarmsAsync(Roles.Auditor);
        var alarm = Assert.Single(seen.Alarms);
        Assert.Equal((3, false), (alarm.Sequence, seen.MayAnswer));
        Assert.Equal(HealthStatus.Unhealthy, (await HealthAsync()).Status);

        Assert.IsType<NotPermitted>((await AnswerAsync(Roles.Auditor, alarm.Id, "Seen")).Refusal);
        Assert.IsType<AlarmNeedsAnswer>((await AnswerAsync(Roles.GovernanceLead, alarm.Id, " ")).Refusal);
        Assert.True((await AnswerAsync(Roles.GovernanceLead, alarm.Id, "A restore test on the wrong server.")).IsDone);
        Assert.IsType<AlarmAlreadyAcknowledged>((await AnswerAsync(Roles.GovernanceLead, alarm.Id, "Again")).Refusal);

        var entries = await bench.EntriesAsync();
        Assert.Equal(LedgerActions.AlarmAcknowledged, entries[^1].Action);
        Assert.Contains("A restore test on the wrong server.", entries[^1].Sentence, StringComparison.Ordinal);
        await watch.RunAsync(Token);
        Assert.NotNull(condition.Latest!.Problem);
        Assert.Single((await AlarmsAsync(Roles.GovernanceLead)).Alarms);
    }

    [Fact]
    public async Task DatabaseRolledBack_ToAnOlderState_IsDetectedAtTheNextStart()
    {
        await bench.BegunAsync();
        await bench.WithEntriesAsync(4);
        Assert.True(await kept.KeepAsync(await bench.SignAsync(), Token));
        await using var context = bench.Database.CreateDbContext();
        var checkpoint = await context.LedgerCheckpoints.AsNoTracking().SingleAsync(Token);
        Assert.False(await kept.KeepAsync(checkpoint, Token));
        await bench.TamperAsync("DELETE FROM LedgerSubjects; DELETE FROM LedgerEntries; DELETE FROM LedgerCheckpoints; DELETE FROM LedgerNodes; UPDATE LedgerHead SET Size = 0, Position = 0, Range = x'', LastHash = x''");

        await watch.RunAsync(Token);
        Assert.Contains("truncated or rolled back", condition.Latest!.Problem!.Text, StringComparison.Ordinal);
        Assert.Single(await context.LedgerAlarms.ToListAsync(Token));
    }

    [Fact]
    public async Task HeadRemoved_RaisesAnAlarm_AndDoesNotFailTheCheck()
    {
        await bench.BegunAsync();
        await bench.TamperAsync("DELETE FROM LedgerHead");

        await watch.RunAsync(Token);
        Assert.Contains("head of the log is missing", condition.Latest!.Problem!.Text, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Unhealthy, (await HealthAsync()).Status);
    }

    [Fact]
    public async Task CheckThatCannotRun_DoesNotStayHealthy()
    {
        await bench.BegunAsync();
        await watch.RunAsync(Token);
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync()).Status);
        bench.Clock.Now += TimeSpan.FromMinutes(31);

        var health = await HealthAsync();
        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        Assert.Contains("has not been checked for half an hour", health.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongestAnswer_IsQuotedInPart_AndStoredInFull()
    {
        await bench.BegunAsync();
        await bench.WithEntriesAsync(2);
        await bench.TamperAsync("UPDATE LedgerEntries SET Hash = randomblob(32) WHERE Sequence = 1");
        await watch.RunAsync(Token);
        var alarm = Assert.Single((await AlarmsAsync(Roles.Auditor)).Alarms);

        Assert.True((await AnswerAsync(Roles.GovernanceLead, alarm.Id, new string('a', 2000))).IsDone);
        var entry = (await bench.EntriesAsync())[^1];
        Assert.InRange(entry.Sentence.Length, 1500, LedgerEntry.LongestSentence);
        Assert.Equal(new string('a', 2000), Dashboard.Ledger.EntryContent.Parse(entry.Content).Details!["answer"]!.GetValue<string>());
    }

    private Task<HealthCheckResult> HealthAsync() => new LedgerHealth(condition, bench.Clock).CheckHealthAsync(new(), Token);

    private async Task<AlarmsAnswer> AlarmsAsync(Roles roles) =>
        (await new ListAlarms(bench.Database, bench.Database.As(programme, roles), condition, Acting.Programme).HandleAsync(Token)).Value;

    private Task<Core.Result> AnswerAsync(Roles roles, long alarm, string answer) =>
        new AcknowledgeAlarm(bench.Database, bench.Database.As(programme, roles), bench.Clock).HandleAsync(new(alarm, answer), Token);
}
