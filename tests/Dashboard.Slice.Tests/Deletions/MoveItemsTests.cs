using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Web.Features.Deletions.Propose;

namespace Dashboard.Slice.Tests.Deletions;

/// <summary>Items that a batch cannot finish move to another batch, and the first batch is verified without them.</summary>
public sealed class MoveItemsTests : ExecutionProgramme
{
    [Fact]
    public async Task FailedItem_MovesToANewDraft_AndTheBatchIsVerifiedWithoutIt()
    {
        var id = await ReleasedAsync();
        var singapore = await OrderIdAsync(Singapore);
        await FetchAsync(Singapore, singapore);
        var virginia = await OrderIdAsync(Virginia);
        await FetchAsync(Virginia, virginia);
        await ReportAsync(Singapore, singapore, Body("r1", Executed(1), Failed(2)));
        await ReportAsync(Virginia, virginia, Body("r2", Executed(3)));
        Clock.Now = Clock.Now.AddHours(1);
        await ImportAsync(Mail);
        Assert.Equal(BatchState.Executed, (await BatchAsync(id)).State);

        var draft = (await MoveAsync(id, OtherLead)).Value;

        Assert.Equal((BatchState.Verified, 1L), ((await BatchAsync(id)).State, (await BatchAsync(id)).Tally.Moved));
        var moved = (await ItemsAsync(id))[1];
        Assert.Equal((ItemState.Moved, draft, false), (moved.State, moved.MovedToBatchId, moved.IsClaimed));
        Assert.Equal(CopyState.Present, await StateOfAsync(Mail));
        var item = Assert.Single(await ItemsAsync(draft));
        Assert.Equal((Mail.Id, Gates.None, OtherLead.Id), (item.CopyId, item.ClosedGates, (await BatchAsync(draft)).ProposerId));
    }

    [Fact]
    public async Task Move_WithNothingLeftOrNotExecuting_IsRefused()
    {
        var id = await ReleasedAsync();

        Assert.IsType<NothingToMove>((await MoveAsync(id, Lead)).Refusal);
        await FetchAsync(Singapore, await OrderIdAsync(Singapore));
        Assert.IsType<NothingToMove>((await MoveAsync(id, Lead)).Refusal);
        Assert.IsType<NotPermitted>((await MoveAsync(id, Legal)).Refusal);
    }

    private Task<Core.Result<long>> MoveAsync(long id, Member by) => new MoveItems(Decisions(by)).HandleAsync(id, Token);
}
