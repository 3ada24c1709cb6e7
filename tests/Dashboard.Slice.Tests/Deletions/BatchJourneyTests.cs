using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Web.Features.Deletions.Propose;
using Dashboard.Web.Features.Deletions.Review;
using Dashboard.Web.Features.Inventory.Query;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Deletions;

/// <summary>A batch from proposal to release, and each way to end it early, through the handlers and a real database.</summary>
public sealed class BatchJourneyTests : DeletionProgramme
{
    private readonly Copy chat;
    private readonly Copy mail;

    public BatchJourneyTests()
    {
        chat = Deletable("Chat", bytes: 700);
        mail = Deletable("Mail", CopyRole.Backup, Programme.Virginia, bytes: 300);
        Programme.SettleAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    [Fact]
    public async Task Submit_FixesManifestAndQuorum_AndClaimsTheCopies()
    {
        var id = await InReviewAsync();

        var batch = await BatchAsync(id);
        Assert.Equal((BatchState.InReview, 2, 2L, 1000L), (batch.State, batch.Quorum, batch.Tally.Copies, batch.Tally.Bytes));
        Assert.Matches("^[0-9a-f]{64}$", batch.ManifestHash!);
        Assert.All(await ItemsAsync(id), item => Assert.True(item.IsClaimed));
        Assert.Equal([mail.DatasetId], batch.Scope.LastBackupDatasets);
        Assert.Equal(2, batch.Scope.Places.Count);
        Assert.Equal("Dana submitted the deletion of 2 copies, “Old copies”, for review.", await LastSentenceAsync());
    }

    [Fact]
    public async Task Manifest_IsTheHashOfItsLines_AndNamesEveryItem()
    {
        var id = await InReviewAsync();
        var batch = await BatchAsync(id);
        await using var context = Database.CreateDbContext();
        var bytes = new List<byte>();
        await foreach (var line in BatchManifest.LinesAsync(context, batch, batch.Quorum, Token))
            bytes.AddRange(line);

        Assert.Equal(batch.ManifestHash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([.. bytes])));
        var lines = System.Text.Encoding.UTF8.GetString([.. bytes]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Contains("\"resource\":\"out/Chat\"", lines[1]);
        Assert.Contains("\"method\":\"Purge\"", lines[0]);
    }

    [Fact]
    public async Task Release_AfterTheCoolingOff_OrdersTheCopiesAndMovesTheStage()
    {
        var id = await ApprovedAsync();
        Assert.Equal(0, await TimePassesAsync());
        Assert.Equal((CopyState.Present, Stage.CutOver), (await StateOfAsync(chat), await StageOfAsync(chat)));

        Clock.Now = Noon.AddHours(72);
        await ReportEverythingAsync();
        Assert.Equal(1, await TimePassesAsync());

        Assert.Equal((CopyState.DeletionPending, Stage.Retiring), (await StateOfAsync(chat), await StageOfAsync(chat)));
        await using var context = Database.CreateDbContext();
        Assert.Equal(2, await context.WorkOrders.CountAsync(order => order.BatchId == id, Token));
        Assert.Equal(BatchState.Approved, (await BatchAsync(id)).State);
        await RollupsEqualARecountAsync();
    }

    [Fact]
    public async Task Release_LeavesOutItemsWhoseGatesHaveClosed()
    {
        var id = await ApprovedAsync();
        Clock.Now = Noon.AddHours(72);
        await ReportEverythingAsync();
        await using (var context = Database.CreateDbContext())
            await context.Copies.Where(copy => copy.Id == mail.Id).ExecuteUpdateAsync(set => set.SetProperty(copy => copy.RetainUntil, new DateOnly(2030, 1, 1)), Token);

        Assert.Equal(1, await TimePassesAsync());

        Assert.Equal((CopyState.DeletionPending, CopyState.Present), (await StateOfAsync(chat), await StateOfAsync(mail)));
        Assert.Equal(1, (await BatchAsync(id)).ClosedItems);
    }

    [Fact]
    public async Task Stop_AfterTheRelease_WithdrawsTheOrder()
    {
        var id = await ReleasedAsync();

        Assert.Null((await StopAsync(id, SecondOfLegal)).Refusal);

        Assert.Equal((CopyState.Present, Stage.CutOver), (await StateOfAsync(chat), await StageOfAsync(chat)));
        var batch = await BatchAsync(id);
        Assert.Equal((BatchState.InReview, 2), (batch.State, batch.Round));
        Assert.Empty(batch.ValidApprovals);
        await RollupsEqualARecountAsync();
    }

    [Fact]
    public async Task Hold_VoidsTheApprovalsItTouches_AndLiftingItRequeuesTheBatch()
    {
        var id = await ReleasedAsync();
        var hold = (await HoldAsync(HoldScope.Dataset, chat.DatasetId)).Value;

        var held = await BatchAsync(id);
        Assert.Equal((BatchState.InReview, 1L), (held.State, held.ClosedItems));
        Assert.Equal(CopyState.Present, await StateOfAsync(mail));
        Assert.Equal(new GatesAreClosed(1), (await ApproveAsync(id, Legal)).Refusal);

        Assert.Null((await LiftAsync(hold)).Refusal);

        Assert.Equal(0, (await BatchAsync(id)).ClosedItems);
        Assert.Empty((await BatchAsync(id)).ValidApprovals);
        Assert.Contains("to the reviewers' queue", await LastSentenceAsync());
        Assert.Null((await ApproveAsync(id, Legal)).Refusal);
    }

    [Fact]
    public async Task Hold_OnSomethingElse_ChangesNothing()
    {
        var other = Deletable("Video");
        await Programme.SettleAsync(Token);
        var id = await InReviewAsync(new FilterTerm("dataset", $"{chat.DatasetId}"), new FilterTerm("position", "Outside"));
        await ApproveAsync(id, Legal);

        Assert.True((await HoldAsync(HoldScope.Dataset, other.DatasetId)).IsDone);

        Assert.Single((await BatchAsync(id)).ValidApprovals);
    }

    [Fact]
    public async Task Exclude_ChangesTheManifest_SoThatAnApprovalOfTheOldOneIsRefused()
    {
        var id = await InReviewAsync();
        var seen = (await BatchAsync(id)).ManifestHash!;
        Assert.Null((await ApproveAsync(id, Legal)).Refusal);

        Assert.Null((await ExcludeAsync(id, Privacy, 1)).Refusal);

        Assert.IsType<ManifestChanged>((await ApproveAsync(id, Privacy, seen)).Refusal);
        var batch = await BatchAsync(id);
        Assert.Equal((1L, 1L, 0), (batch.Tally.Copies, batch.Tally.Excluded, batch.ValidApprovals.Count()));
        var excluded = (await ItemsAsync(id))[0];
        Assert.Equal((ItemState.Excluded, false, "Ana", "Needed for an appeal."), (excluded.State, excluded.IsClaimed, excluded.ExcludedBy, excluded.ExclusionReason));
        Assert.Equal(new ItemNotFound(1), (await ExcludeAsync(id, Privacy, 1)).Refusal);
    }

    [Fact]
    public async Task Reject_FreesTheCopiesForAnotherBatch()
    {
        var id = await InReviewAsync();
        Assert.Null((await RejectAsync(id, Legal)).Refusal);

        var again = await InReviewAsync();

        Assert.Equal(BatchState.InReview, (await BatchAsync(again)).State);
        Assert.All(await ItemsAsync(id), item => Assert.False(item.IsClaimed));
    }

    [Fact]
    public async Task Lapse_FreesTheCopiesAndWithdrawsTheOrder()
    {
        var id = await ReleasedAsync();
        Clock.Now = Noon.AddDays(30);

        Assert.Equal(1, await TimePassesAsync());

        Assert.Equal(BatchState.Lapsed, (await BatchAsync(id)).State);
        Assert.Equal(CopyState.Present, await StateOfAsync(chat));
        Assert.All(await ItemsAsync(id), item => Assert.False(item.IsClaimed));
    }

    [Fact]
    public async Task RemoveItems_WithClosedGates_KeepsTheRest()
    {
        Programme.Copy(Programme.Dataset("Orphan"), Programme.Singapore, resource: "orphan");
        await Programme.SettleAsync(Token);
        var id = await DraftAsync();
        Assert.Equal(1, (await BatchAsync(id)).ClosedItems);
        Assert.Equal(new GatesAreClosed(1), (await SubmitAsync(id)).Refusal);

        Assert.Null((await new RemoveItems(Decisions(Lead)).HandleAsync(new(id, null), Token)).Refusal);

        Assert.Equal(2, (await ItemsAsync(id)).Count);
        Assert.Null((await SubmitAsync(id)).Refusal);
    }

    [Fact]
    public async Task EveryDecision_ByAnyoneWhoMayNotTakeIt_IsRefused()
    {
        var id = await InReviewAsync();
        var abroad = Programme.Member(Roles.Reviewer | Roles.GovernanceLead, country: "SG");
        var auditor = Programme.Member(Roles.Auditor | Roles.Administrator | Roles.Executive);

        foreach (var (member, refusal) in new[] { (abroad, typeof(OutsideOversightCountry)), (auditor, typeof(NotPermitted)) })
        {
            Refusal?[] refusals =
            [
                (await ApproveAsync(id, member)).Refusal,
                (await RejectAsync(id, member)).Refusal,
                (await ExcludeAsync(id, member, 1)).Refusal,
                (await StopAsync(id, member)).Refusal,
                (await WithdrawAsync(id, member)).Refusal,
                (await HoldAsync(HoldScope.Dataset, chat.DatasetId, member)).Refusal,
                (await new SubmitBatch(Decisions(member)).HandleAsync(id, Token)).Refusal,
                (await new WriteNote(Decisions(member)).HandleAsync(new(id, null, "Hm."), Token)).Refusal,
                (await new ProposeBatch(Database, As(member), Clock).HandleAsync(Facts, Token)).Refusal,
            ];
            Assert.All(refusals, given => Assert.IsType(refusal, given));
        }

        Assert.IsType<NotPermitted>((await ApproveAsync(id, OtherLead)).Refusal);
        Assert.IsType<NotPermitted>((await WithdrawAsync(id, Legal)).Refusal);
    }

    [Fact]
    public async Task Decision_AboutAMissingBatch_IsRefused() =>
        Assert.Equal(new NotFound("The batch"), (await RejectAsync(4711, Legal)).Refusal);

    [Fact]
    public async Task Notes_AreSavedWithTheirItem()
    {
        var id = await InReviewAsync();

        Assert.IsType<NoteNeedsText>((await new WriteNote(Decisions(Legal)).HandleAsync(new(id, null, " "), Token)).Refusal);
        Assert.Equal(new ItemNotFound(9), (await new WriteNote(Decisions(Legal)).HandleAsync(new(id, 9, "Hm."), Token)).Refusal);
        Assert.Null((await new WriteNote(Decisions(Legal)).HandleAsync(new(id, 2, "Checked by hand."), Token)).Refusal);

        await using var context = Database.CreateDbContext();
        var note = await context.BatchNotes.SingleAsync(Token);
        Assert.Equal((2L, "Ruth", "Checked by hand."), (note.ItemNumber, note.Name, note.Text));
    }

    private async Task<long> ReleasedAsync()
    {
        var id = await ApprovedAsync();
        Clock.Now = Noon.AddHours(72);
        await ReportEverythingAsync();
        Assert.Equal(1, await TimePassesAsync());
        return id;
    }

    /// <summary>The source reports again and still lists everything.</summary>
    private async Task ReportEverythingAsync()
    {
        var now = Clock.GetUtcNow();
        Programme.Import(Programme.Inventory, now, Core.Imports.ImportCounts.Zero);
        await using var context = Database.CreateDbContext();
        await context.Copies.ExecuteUpdateAsync(set => set.SetProperty(copy => copy.LastSeen, now), Token);
    }

    private async Task RollupsEqualARecountAsync()
    {
        await using var context = Database.CreateDbContext();
        var counted = await context.Copies.GroupBy(copy => copy.RollupId).ToDictionaryAsync(same => same.Key, same => same.LongCount(), Token);
        foreach (var rollup in await context.CopyRollups.AsNoTracking().ToListAsync(Token))
            Assert.Equal(counted.GetValueOrDefault(rollup.Id), rollup.Copies);
        Assert.False(await context.Copies.AnyAsync(copy => context.CopyRollups.Any(rollup => rollup.Id == copy.RollupId && rollup.State != copy.State), Token));
        var shares = await context.Copies.GroupBy(copy => new { copy.DatasetId, copy.RollupId }).ToDictionaryAsync(same => same.Key, same => same.LongCount(), Token);
        Assert.Equal(shares, await context.DatasetRollups.ToDictionaryAsync(share => new { share.DatasetId, share.RollupId }, share => share.Copies, Token));
    }

    private async Task<string> LastSentenceAsync()
    {
        await using var context = Database.CreateDbContext();
        return await context.LedgerEntries.OrderByDescending(entry => entry.Sequence).Select(entry => entry.Sentence).FirstAsync(Token);
    }
}
