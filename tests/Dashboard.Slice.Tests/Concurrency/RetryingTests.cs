using System.Diagnostics;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Ledger;
using Dashboard.Testing;
using Dashboard.Web.Controls.Forms;
using Dashboard.Web.Databases;
using Dashboard.Web.Features.Sources;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Concurrency;

/// <summary>A use case that the database disturbs is done once, or refused in plain words.</summary>
public sealed class RetryingTests : SlicedProgramme
{
    private const string Inserting = "INSERT INTO";

    private static readonly CreateSourceRequest New = new("s3-archive", "S3 archive", SourceKind.Inventory, 48, null, IsComplete: true, 5);

    [Theory]
    [InlineData(Inserting)]
    [InlineData(Moment.Beginning)]
    [InlineData(Moment.Committing)]
    [InlineData(Moment.Committed)]
    public async Task Change_WhoseConnectionDropsOnce_IsDoneOnce(string place)
    {
        var moment = new Moment(place, () => throw new ConnectionDropped());

        var created = await Create(new Interposed(Database, moment));

        Assert.True(moment.IsReached);
        Assert.True(created.IsDone, created.Refusal?.Message);
        await using var context = Database.CreateDbContext();
        Assert.Equal(created.Value, (await context.Sources.SingleAsync(source => source.Key == New.Key, Token)).Id);
        Assert.Single(await Database.EntriesAsync(LedgerActions.SourceCreated));
    }

    [Fact]
    public async Task Change_WhileTheDatabaseStaysAway_SaysSo_AndSavesNothing()
    {
        var outage = new Outage();
        var dropping = new Moment(Inserting, () => { outage.IsOn = true; return Task.CompletedTask; });
        var started = Stopwatch.GetTimestamp();

        var refused = await Create(new Interposed(Database, dropping, outage)).OrRefusal();

        Assert.IsType<DatabaseSilent>(refused.Refusal);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2 * TimeLimits.StatementSeconds), "A person waited too long.");
        Assert.Empty(await Database.EntriesAsync());
    }

    [Fact]
    public async Task Commit_WithoutAnAnswerWhileTheDatabaseStaysAway_IsUncertain_AndNotRepeated()
    {
        var outage = new Outage();
        var dropping = new Moment(Moment.Committed, () => { outage.IsOn = true; throw new ConnectionDropped(); });

        var uncertain = await Create(new Interposed(Database, dropping, outage)).OrRefusal();

        Assert.IsType<DatabaseSilent>(uncertain.Refusal);
        Assert.Single(await Database.EntriesAsync(LedgerActions.SourceCreated));
    }

    [Fact]
    public async Task Change_WhileSomeoneElseKeepsTheirTurn_SaysSoAfterSeconds()
    {
        var create = new CreateSource(new Hasty(Database), As(Roles.Administrator), Clock);
        await using var other = Database.CreateDbContext();
        await using var turn = await other.BeginTurnAsync(Token);
        var started = Stopwatch.GetTimestamp();

        var refused = await create.HandleAsync(New, Token);

        Assert.Equal("Someone else is changing this. Try again.", Assert.IsType<ChangedBySomeoneElse>(refused.Refusal).Message);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10), "A person waited too long.");
    }

    [Fact]
    public async Task OneSourceKey_RegisteredByTwentyAtOnce_IsRegisteredOnce()
    {
        var administrator = As(Roles.Administrator);
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => new CreateSource(Database, administrator, Clock).HandleAsync(New, Token))));

        Assert.Single(all, created => created.IsDone);
        Assert.All(all.Where(created => !created.IsDone), created => Assert.IsType<SourceKeyTaken>(created.Refusal));
        Assert.Single(await Database.EntriesAsync(LedgerActions.SourceCreated));
    }

    /// <summary>As an import or an older version could insert it: without waiting for its turn.</summary>
    [Fact]
    public async Task SourceKey_TakenAfterTheCheck_IsTheSameRefusal()
    {
        var moment = new Moment(Moment.Beginning, async () =>
        {
            Programme.Source(New.Key);
            await Task.CompletedTask;
            throw new DbUpdateException("The key is taken.", await UniqueViolationAsync());
        });

        Assert.IsType<SourceKeyTaken>((await Create(new Interposed(Database, moment))).Refusal);
    }

    [Fact]
    public async Task Member_SuspendedAfterTheCheckOfTheirRights_IsRefused()
    {
        var moment = new Moment(Moment.Beginning, async () =>
        {
            await using var context = Database.CreateDbContext().Arranging();
            foreach (var member in await context.Members.ToListAsync(Token))
                Assert.True(member.Suspend(Programme.Member(Roles.Administrator), "Left the unit", Noon).IsDone);
            await context.SaveChangesAsync(Token);
        });

        Assert.IsType<MemberSuspended>((await Create(new Interposed(Database, moment))).Refusal);
        await using var after = Database.CreateDbContext();
        Assert.False(await after.Sources.AnyAsync(source => source.Key == New.Key, Token));
    }

    [Fact]
    public async Task UniqueViolation_OfTheRealDatabase_MeansConflict() =>
        Assert.Equal(DatabaseTrouble.Conflict, DatabaseErrors.MeaningOf(await UniqueViolationAsync()));

    [Fact]
    public async Task WaitingForTheTurn_TooLong_MeansBusy()
    {
        await using var other = Database.CreateDbContext();
        await using var turn = await other.BeginTurnAsync(Token);
        await using var context = new Hasty(Database).CreateDbContext();

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => context.BeginTurnAsync(Token));
        Assert.Equal(DatabaseTrouble.Busy, DatabaseErrors.MeaningOf(failure));
    }

    [Fact]
    public async Task Turn_OutsideATransaction_IsABug()
    {
        await using var context = Database.CreateDbContext();
        await Assert.ThrowsAsync<InvalidOperationException>(() => context.TakeTurnAsync(Token));
    }

    [Fact]
    public async Task LongChange_CommittedBeforeItsTurn_IsABug()
    {
        await using var context = Database.CreateDbContext();
        await using var change = await context.BeginLongChangeAsync(LedgerActors.Dashboard, Clock, Token);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => change.CommitAsync(new LedgerDraft("test.noted", LedgerSubjects.Ledger, "noted"), Token));
    }

    private Task<Result<long>> Create(IDbContextFactory<DashboardContext> contexts) =>
        new CreateSource(contexts, As(Roles.Administrator), Clock).HandleAsync(New, Token);

    private async Task<Exception> UniqueViolationAsync()
    {
        await using var context = Database.CreateDbContext().Arranging();
        context.Sources.Add(Source.Create(Programme.Inventory.Key, "Another", SourceKind.Inventory, 24, null, isComplete: true).Value);
        return (await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync(Token))).InnerException!;
    }

    /// <summary>Gives up after a second, so that the test need not wait as long as a person would.</summary>
    private sealed class Hasty(IDbContextFactory<DashboardContext> contexts) : IDbContextFactory<DashboardContext>
    {
        public DashboardContext CreateDbContext()
        {
            var context = contexts.CreateDbContext();
            context.Database.SetCommandTimeout(1);
            return context;
        }
    }
}
