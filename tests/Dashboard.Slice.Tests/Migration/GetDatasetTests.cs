using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Controls.Tables;
using Dashboard.Web.Features.Migration;

namespace Dashboard.Slice.Tests.Migration;

public sealed class GetDatasetTests : SlicedProgramme
{
    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    public async Task Handle_WithoutRowRights_IsRefused(Roles roles)
    {
        var chat = Programme.Dataset("Chat");

        Assert.IsType<NotPermitted>((await Handler(Access(roles)).HandleAsync(chat.Id, Token)).Refusal);
        Assert.IsType<NotPermitted>((await Copies(Access(roles)).HandleAsync(new(chat.Id), Token)).Refusal);
        Assert.IsType<NotPermitted>((await History(Access(roles)).HandleAsync(new(chat.Id), Token)).Refusal);
    }

    [Fact]
    public async Task Handle_ByStewardOfAnotherSystem_IsRefused()
    {
        var clicks = Programme.Dataset("Clicks", system: "Advertising");
        var access = Access(Roles.DataSteward, "Messages");

        Assert.IsType<DatasetOfAnotherSystem>((await Handler(access).HandleAsync(clicks.Id, Token)).Refusal);
        Assert.IsType<DatasetOfAnotherSystem>((await Copies(access).HandleAsync(new(clicks.Id), Token)).Refusal);
        Assert.IsType<DatasetOfAnotherSystem>((await History(access).HandleAsync(new(clicks.Id), Token)).Refusal);
    }

    [Fact]
    public async Task Handle_ByStewardOfItsSystem_HidesWhatTheyMayNotSee()
    {
        var chat = Programme.Dataset("Chat", system: "Messages");

        var answer = (await Handler(Access(Roles.DataSteward, "Messages")).HandleAsync(chat.Id, Token)).Value;

        Assert.Equal("Messages", answer.Identity.System);
        Assert.Equal((false, true, false), (answer.MayOpenWaves, answer.MayOpenInventory, answer.MayRecordComparisons));
    }

    [Fact]
    public async Task Handle_Unknown_IsNotFound() => Assert.IsType<NotFound>((await Handler(Access()).HandleAsync(99, Token)).Refusal);

    [Fact]
    public async Task Handle_Copies_AreGroupedAndTheStageExplained()
    {
        var chat = Programme.Dataset("Chat", declared: DeclaredStatus.Completed);
        Programme.Copy(chat, Programme.Virginia, CopyRole.Primary, bytes: 100, fingerprint: "aa");
        Programme.Copy(chat, Programme.Singapore, CopyRole.Backup, bytes: 10);
        Programme.Copy(chat, Programme.Singapore, CopyRole.Backup, bytes: 20);
        Programme.Copy(chat, Programme.Singapore, CopyRole.Backup, CopyState.VerifiedAbsent, bytes: 30);
        Programme.Copy(chat, Programme.Ashburn, bytes: 90, fingerprint: "bb");
        await Programme.SettleAsync(Token);

        var answer = (await Handler(Access()).HandleAsync(chat.Id, Token)).Value;

        Assert.Equal((Stage.Copying, true, new Split(90, 130, 0)), (answer.Stage, answer.IsMismatched, answer.Bytes));
        Assert.Contains(answer.Copies, group => group is { Role: CopyRole.Backup, State: CopyState.Present, Copies: 2, Bytes: 30, Position: Position.Outside });
        Assert.Equal(4, answer.Copies.Count);
        Assert.Equal(answer.Stage, answer.Steps.Last(step => step.IsMet).Stage);
        Assert.Equal([("Chat", 2L)], answer.Places.Where(place => place.LocationId == Programme.Singapore.Id).Select(place => (answer.Identity.Name, place.Copies)));
    }

    [Fact]
    public async Task Handle_Places_GiveReasons()
    {
        var chat = Programme.Dataset("Chat");
        Programme.Copy(chat, Programme.Ashburn);
        Programme.Copy(chat, Programme.Virginia);
        Programme.Copy(chat, Programme.Nowhere);
        await Programme.SettleAsync(Token);

        var places = (await Handler(Access()).HandleAsync(chat.Id, Token)).Value.Places.ToDictionary(place => place.LocationId);

        Assert.Equal((Position.Inside, true), (places[Programme.Ashburn.Id].Position, places[Programme.Ashburn.Id].Reason.EndsWith("The order", StringComparison.Ordinal)));
        Assert.StartsWith("No rule in force lets The company in United States", places[Programme.Virginia.Id].Reason);
        Assert.Equal("Neither its operator nor its country is known, so it cannot be inside.", places[Programme.Nowhere.Id].Reason);
    }

    [Fact]
    public async Task Handle_NeedNotBeInside_HasNoStageAndNoSteps()
    {
        var posts = Programme.Dataset("Posts", classification: Programme.Excepted);
        Programme.Copy(posts, Programme.Singapore);
        await Programme.SettleAsync(Token);

        var answer = (await Handler(Access()).HandleAsync(posts.Id, Token)).Value;

        Assert.Null(answer.Stage);
        Assert.Empty(answer.Steps);
        Assert.Single(answer.Copies);
    }

    [Fact]
    public async Task Handle_Sources_SayWhichIsStale()
    {
        var chat = Programme.Dataset("Chat");
        Programme.Copy(chat, Programme.Ashburn);
        Programme.Copy(chat, Programme.Virginia, source: Programme.Source("old", reported: TimeSpan.FromDays(3)));
        Programme.Source("elsewhere");
        await Programme.SettleAsync(Token);

        var sources = (await Handler(Access()).HandleAsync(chat.Id, Token)).Value.Sources;

        Assert.Equal([("old", Freshness.Stale), ("own-inventory", Freshness.Fresh)], sources.Select(source => (source.Name, source.Freshness)));
    }

    [Fact]
    public async Task Copies_Pages_ShowEveryCopyOnce()
    {
        var chat = Programme.Dataset("Chat");
        for (var index = 0; index < (2 * ListDatasetCopies.PageSize) + 1; index++)
            Programme.Copy(chat, index % 2 == 0 ? Programme.Ashburn : Programme.Singapore);
        await Programme.SettleAsync(Token);

        var handler = Copies(Access());
        var first = (await handler.HandleAsync(new(chat.Id), Token)).Value;
        var second = (await handler.HandleAsync(new(chat.Id, After: first.Rows[^1].Cursor), Token)).Value;
        var third = (await handler.HandleAsync(new(chat.Id, After: second.Rows[^1].Cursor), Token)).Value;
        var back = (await handler.HandleAsync(new(chat.Id, Before: third.Rows[0].Cursor), Token)).Value;

        Assert.Equal((false, true, true, false), (first.HasPrevious, first.HasNext, third.HasPrevious, third.HasNext));
        Assert.Equal(51, first.Rows.Concat(second.Rows).Concat(third.Rows).Select(row => row.Id).Distinct().Count());
        Assert.Equal(second.Rows, back.Rows);
        Assert.Equal(("own-inventory", Position.Inside, Position.Outside), (first.Rows[0].Source, first.Rows[0].Position, third.Rows[^1].Position));
    }

    [Fact]
    public async Task History_ImportsAndEdits_AreNewestFirst()
    {
        var chat = Programme.Dataset("Chat");
        var import = Programme.Import(Programme.Inventory, Noon.AddDays(-1), ImportCounts.Zero);
        await using (var context = Database.CreateDbContext())
        {
            context.AddRange(
                DatasetChange.Of(chat.Id, import.Id, Noon.AddDays(-1), new(3, 0, 0, 0, 0), Stage.NotStarted, Stage.Copying),
                DatasetChange.Of(chat.Id, null, Noon, default, Stage.Copying, Stage.Verified));
            await context.SaveChangesAsync(Token);
        }

        var rows = (await History(Access()).HandleAsync(new(chat.Id), Token)).Value.Rows;

        Assert.Equal([null, "own-inventory"], rows.Select(row => row.Source));
        Assert.Equal((Stage.NotStarted, Stage.Copying, 3L), (rows[1].Before, rows[1].After, rows[1].Copies.New));
    }

    private DatasetAccess Access(Roles roles = Roles.Auditor, params string[] systems) => new(As(roles, systems), Acting.Programme);

    private GetDataset Handler(DatasetAccess access) => new(Database, access, Clock);

    private ListDatasetCopies Copies(DatasetAccess access) => new(Database, access, Clock);

    private ListDatasetHistory History(DatasetAccess access) => new(Database, access);
}
