using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Findings;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Deletions;

/// <summary>Reports of executors, in any order and any number.</summary>
public sealed class ReportTests : ExecutionProgramme
{
    [Fact]
    public async Task Report_OfSomeItems_LeavesTheBatchExecuting_AndOfTheRest_MakesItExecuted()
    {
        var (id, singapore) = await HandedOutAsync();
        var virginia = await OrderIdAsync(Virginia);
        await FetchAsync(Virginia, virginia);

        var receipt = (await ReportAsync(Singapore, singapore, "r1", 1)).Value;
        Assert.Equal((1, 1, false, "Executing"), (receipt.Items, receipt.Applied, receipt.IsRepeated, receipt.BatchState));
        Assert.Equal((CopyState.DeletionReported, CopyState.DeletionPending), (await StateOfAsync(Chat), await StateOfAsync(Mail)));

        await ReportAsync(Singapore, singapore, "r2", 2);
        Assert.Equal("Executed", (await ReportAsync(Virginia, virginia, Body("r3", Failed(3)))).Value.BatchState);

        Assert.Equal([ItemState.Reported, ItemState.Reported, ItemState.Failed], (await ItemsAsync(id)).Select(item => item.State));
        Assert.Equal(CopyState.DeletionPending, await StateOfAsync(Video));
    }

    [Fact]
    public async Task Report_Twice_ChangesNothing_AndADifferentOneUnderTheSameId_IsRefused()
    {
        var (id, order) = await HandedOutAsync();
        var body = Body("r1", Executed(1));
        await ReportAsync(Singapore, order, body);
        var before = await BatchAsync(id);

        var again = (await ReportAsync(Singapore, order, body)).Value;

        Assert.Equal((true, 1, 1), (again.IsRepeated, again.Items, again.Applied));
        Assert.Equal(before.Version, (await BatchAsync(id)).Version);
        Assert.Equal(new ReportKeyReused("r1"), (await ReportAsync(Singapore, order, Body("r1", Executed(2)))).Refusal);
    }

    [Fact]
    public async Task Report_OutOfOrder_CountsTheLaterPerformance()
    {
        var (id, order) = await HandedOutAsync();
        var now = Clock.GetUtcNow();
        Clock.Now = now.AddHours(3);
        await ReportAsync(Singapore, order, Body("second", Executed(1, now.AddHours(2))));

        var late = (await ReportAsync(Singapore, order, Body("first", Failed(1, now.AddHours(1))))).Value;

        Assert.Equal((1, 0), (late.Items, late.Applied));
        Assert.Equal(ItemState.Reported, (await ItemsAsync(id))[0].State);
        await using var context = Database.CreateDbContext();
        Assert.Equal(2, await context.ReportedItems.CountAsync(Token));
    }

    [Fact]
    public async Task Report_FailedAfterExecuted_UndoesTheFirstReport()
    {
        var (id, order) = await HandedOutAsync();
        var now = Clock.GetUtcNow();
        Clock.Now = now.AddHours(3);
        await ReportAsync(Singapore, order, Body("r1", Executed(1, now.AddHours(1))));

        await ReportAsync(Singapore, order, Body("r2", Failed(1, now.AddHours(2))));

        Assert.Equal((ItemState.Failed, CopyState.DeletionPending), ((await ItemsAsync(id))[0].State, await StateOfAsync(Chat)));
    }

    [Fact]
    public async Task Report_WithOthersItemsOrExcludedOnes_IsRefusedEntirely()
    {
        var (id, order) = await HandedOutAsync();

        Assert.Equal(new NotFound("The work order"), (await ReportAsync(Virginia, order, "r1", 1)).Refusal);
        Assert.Equal(new ReportItemRefused(3, "it is not in this work order."), (await ReportAsync(Singapore, order, "r1", 1, 3)).Refusal);
        Assert.Equal(new ReportItemRefused(9, "it is not in this work order."), (await ReportAsync(Singapore, order, "r1", 1, 9)).Refusal);
        await StopAsync(id, Legal);
        Assert.Null((await ExcludeAsync(id, Privacy, 2)).Refusal);
        Assert.Equal(new ReportItemRefused(2, "a reviewer excluded it from the batch."), (await ReportAsync(Singapore, order, "r1", 1, 2)).Refusal);
        Assert.Equal(CopyState.Present, await StateOfAsync(Chat));
        await using var context = Database.CreateDbContext();
        Assert.False(await context.ExecutionReports.AnyAsync(Token));
    }

    [Fact]
    public async Task Report_OfAnItemThatWasNeverHandedOut_IsRefused()
    {
        await ReleasedAsync();

        Assert.Equal(
            new ReportItemRefused(1, "it was never handed out; it may have been withheld."),
            (await ReportAsync(Singapore, await OrderIdAsync(Singapore), "r1", 1)).Refusal);
    }

    [Fact]
    public async Task Report_OfADeletionBeforeTheOrder_IsRefused()
    {
        var (_, order) = await HandedOutAsync();

        var refusal = Assert.IsType<ReportItemRefused>((await ReportAsync(Singapore, order, Body("r1", Executed(1, Clock.Now.AddMinutes(-6))))).Refusal);

        Assert.StartsWith("performedAt is before", refusal.Why);
    }

    [Fact]
    public async Task Report_AfterTheBatchWasStopped_IsAcceptedAndRaisesAFinding()
    {
        var (id, order) = await HandedOutAsync();
        await StopAsync(id, Legal);

        Assert.Equal(1, (await ReportAsync(Singapore, order, "r1", 1)).Value.Applied);

        Assert.Equal(CopyState.DeletionReported, await StateOfAsync(Chat));
        await using var context = Database.CreateDbContext();
        var finding = await context.Findings.SingleAsync(Token);
        Assert.Equal((FindingKind.DeletedWithoutOrder, id, Chat.DatasetId), (finding.Kind, finding.BatchId, finding.DatasetId));
        Assert.Equal(BatchState.InReview, (await BatchAsync(id)).State);
    }

    [Theory]
    [InlineData("", "cannot be read")]
    [InlineData("[]", "cannot be read")]
    [InlineData("{\"reportId\":\"r\",\"items\":[],\"more\":1}", "more")]
    [InlineData("{\"reportId\":\"r\",\"reportId\":\"s\",\"items\":[]}", "cannot be read")]
    [InlineData("{\"items\":[]}", "reportId must be")]
    [InlineData("{\"reportId\":\"r\",\"items\":[]}", "1 to 10,000 items")]
    [InlineData("{\"reportId\":\"r\",\"items\":[{\"number\":1,\"outcome\":\"done\"}]}", "outcome must be")]
    [InlineData("{\"reportId\":\"r\",\"items\":[{\"number\":1,\"outcome\":\"failed\"}]}", "performedAt is missing")]
    [InlineData("{\"reportId\":\"r\",\"items\":[{\"number\":\"1\"}]}", "$.items[0].number")]
    public async Task Report_Unreadable_SaysWhere(string body, string part)
    {
        var (_, order) = await HandedOutAsync();

        Assert.Contains(part, (await ReportAsync(Singapore, order, body)).Refusal!.Message);
    }

    [Theory]
    [InlineData("\"technique\":\"\"", "Name the technique")]
    [InlineData("\"tool\":\"\"", "tool must be")]
    [InlineData("\"toolVersion\":\"\"", "toolVersion must be")]
    [InlineData("\"operator\":\"\"", "operator must be")]
    [InlineData("\"evidenceLink\":\"ftp://x\"", "evidence link")]
    [InlineData("\"evidenceSha256\":\"12\"", "64 hexadecimal")]
    [InlineData("\"evidenceLink\":\"\"", "needs evidenceLink or evidenceSha256")]
    [InlineData("\"reason\":\"because\"", "cannot have a failure reason")]
    [InlineData("\"performedAt\":\"2030-01-01T00:00:00Z\"", "is in the future")]
    [InlineData("\"outcome\":\"failed\"", "needs a reason")]
    public async Task Report_WithAnInvalidItem_NamesTheItemAndWhatIsWrong(string change, string part)
    {
        var (_, order) = await HandedOutAsync();
        var item = System.Text.Json.Nodes.JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Executed(1)))!.AsObject();
        foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse($"{{{change}}}")!.AsObject())
            item[name] = value!.DeepClone();

        var refusal = Assert.IsType<ReportItemRefused>((await ReportAsync(Singapore, order, Body("r", item))).Refusal);

        Assert.Equal(1, refusal.Number);
        Assert.Contains(part, refusal.Why);
    }

    [Fact]
    public async Task Report_WithAnItemTwice_IsRefused()
    {
        var (_, order) = await HandedOutAsync();

        Assert.Equal(new ReportNamesItemTwice(1), (await ReportAsync(Singapore, order, "r", 1, 1)).Refusal);
    }
}
