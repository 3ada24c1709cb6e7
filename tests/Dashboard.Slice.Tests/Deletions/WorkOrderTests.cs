using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Web.Features.Deletions.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Deletions;

/// <summary>Which work orders executors get, and when they get none.</summary>
public sealed class WorkOrderTests : ExecutionProgramme
{
    [Fact]
    public async Task Order_IsSigned_AndContainsTheItemsOfTheExecutorsLocation()
    {
        var id = await ReleasedAsync();
        var row = Assert.Single(await new ListWorkOrders(Database, Clock).HandleAsync(Singapore, Token));
        Assert.Equal((2L, 1000L, "Purge"), (row.Items, row.Bytes, row.Method));

        var order = await FetchAsync(Singapore, row.Id);

        var batch = await BatchAsync(id);
        Assert.Equal(batch.ManifestHash, (string?)order["manifestSha256"]);
        Assert.Equal("Cryptographic erase", (string?)order["technique"]);
        Assert.Equal(["out/Chat", "out/Mail"], order["items"]!.AsArray().Select(item => (string?)item!["resource"]));
        Assert.Equal(["Legal", "Privacy"], order["approvals"]!.AsArray().Select(approval => (string?)approval!["unit"]));
        Assert.Equal(BatchState.Executing, batch.State);
        Assert.Equal([ItemState.Ordered, ItemState.Ordered, ItemState.Proposed], (await ItemsAsync(id)).Select(item => item.State));
    }

    [Fact]
    public async Task Order_FetchedAgain_IsTheSameAndRecordedOnce()
    {
        await ReleasedAsync();
        var order = await OrderIdAsync(Singapore);
        var first = (await HandOutAsync(Singapore, order)).Value;
        Clock.Now = Clock.Now.AddHours(1);

        Assert.Equal(first, (await HandOutAsync(Singapore, order)).Value);

        await using var context = Database.CreateDbContext();
        Assert.Equal(1, await context.LedgerEntries.CountAsync(entry => entry.Action == "batch.order-handed-out", Token));
    }

    [Fact]
    public async Task Order_OfAnotherLocation_DoesNotExist()
    {
        await ReleasedAsync();

        Assert.Equal(new NotFound("The work order"), (await HandOutAsync(Virginia, await OrderIdAsync(Singapore))).Refusal);
    }

    [Fact]
    public async Task Order_BeforeTheCoolingOffEnds_DoesNotExist()
    {
        await Programme.SettleAsync(Token);
        await ApprovedAsync();
        await TimePassesAsync();

        Assert.Empty(await new ListWorkOrders(Database, Clock).HandleAsync(Singapore, Token));
    }

    [Fact]
    public async Task Order_OfAStoppedBatch_IsRefused_AndNotListed()
    {
        var id = await ReleasedAsync();
        var order = await OrderIdAsync(Singapore);
        await StopAsync(id, Legal);

        Assert.IsType<NotApproved>((await HandOutAsync(Singapore, order)).Refusal);
        Assert.Empty(await new ListWorkOrders(Database, Clock).HandleAsync(Singapore, Token));
    }

    [Fact]
    public async Task Order_OfAnEarlierRound_StaysRefused_AfterTheBatchIsApprovedAgain()
    {
        var id = await ReleasedAsync();
        var old = await OrderIdAsync(Singapore);
        await StopAsync(id, Legal);
        Assert.Null((await ApproveAsync(id, Legal)).Refusal);
        Assert.Null((await ApproveAsync(id, Privacy)).Refusal);
        Clock.Now = Clock.Now.AddHours(72);
        await ImportAsync(Chat, Mail, Video);
        await TimePassesAsync();

        Assert.IsType<NotApproved>((await HandOutAsync(Singapore, old)).Refusal);
        Assert.NotEqual(old, await OrderIdAsync(Singapore));
        Assert.True((await HandOutAsync(Singapore, await OrderIdAsync(Singapore))).IsDone);
    }

    [Fact]
    public async Task Order_AfterItLapsed_IsRefused()
    {
        await ReleasedAsync();
        var order = await OrderIdAsync(Singapore);
        Clock.Now = Noon.AddDays(30);

        Assert.IsType<HasLapsed>((await HandOutAsync(Singapore, order)).Refusal);
    }

    [Fact]
    public async Task Order_WithholdsItemsWhoseGatesHaveClosed()
    {
        await ReleasedAsync();
        await using (var context = Database.CreateDbContext())
            await context.Copies.Where(copy => copy.Id == Chat.Id).ExecuteUpdateAsync(set => set.SetProperty(copy => copy.RetainUntil, new DateOnly(2031, 1, 1)), Token);

        var order = await FetchAsync(Singapore, await OrderIdAsync(Singapore));

        Assert.Equal("out/Mail", (string?)Assert.Single(order["items"]!.AsArray())!["resource"]);
        var withheld = Assert.Single(order["withheld"]!.AsArray())!;
        Assert.Equal(("out/Chat", "RetentionPassed"), ((string?)withheld["resource"], (string?)Assert.Single(withheld["closedGates"]!.AsArray())));
    }

    [Fact]
    public async Task Order_WithItemsThatWereNotApproved_IsRefused()
    {
        var id = await ReleasedAsync();
        await using (var context = Database.CreateDbContext())
            await context.DeletionItems.Where(item => item.BatchId == id && item.Number == 1).ExecuteUpdateAsync(set => set.SetProperty(item => item.Bytes, 1), Token);

        Assert.IsType<ManifestDiffers>((await HandOutAsync(Singapore, await OrderIdAsync(Singapore))).Refusal);
        Assert.Equal(BatchState.Approved, (await BatchAsync(id)).State);
    }

    [Fact]
    public async Task Order_OfAHeldItem_IsVoid()
    {
        await ReleasedAsync();
        var order = await OrderIdAsync(Virginia);
        await HoldAsync(HoldScope.Dataset, Chat.DatasetId);

        Assert.IsType<NotApproved>((await HandOutAsync(Virginia, order)).Refusal);
        Assert.Equal(CopyState.Present, await StateOfAsync(Video));
    }
}
