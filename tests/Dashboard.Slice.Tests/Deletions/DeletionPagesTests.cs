using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Web.Features.Deletions;
using Dashboard.Web.Features.Deletions.Batches;
using Dashboard.Web.Features.Deletions.Holds;
using Dashboard.Web.Features.Deletions.Items;
using Dashboard.Web.Features.Deletions.Overview;
using Dashboard.Web.Features.Deletions.Propose;
using Dashboard.Web.Features.Deletions.Queue;
using Dashboard.Web.Features.Deletions.Review;
using Dashboard.Web.Features.Deletions.Rules;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Deletions;

/// <summary>The queries behind the pages: who may read what, and that the answers match the data.</summary>
public sealed class DeletionPagesTests : DeletionProgramme
{
    private readonly Copy chat;
    private readonly Copy mail;

    public DeletionPagesTests()
    {
        chat = Deletable("Chat", bytes: 700);
        mail = Deletable("Mail", CopyRole.Backup, Programme.Virginia, bytes: 300);
        Programme.SettleAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    [Fact]
    public async Task Executive_SeesTotalsOnly()
    {
        var id = await InReviewAsync();
        var executive = Access(Programme.Member(Roles.Executive));

        var totals = (await new GetDeletionTotals(Database, executive, Clock).HandleAsync(Token)).Value;

        Assert.Equal((1L, 2L, 1000L, false), (totals.Waiting.Batches, totals.Waiting.Copies, totals.Waiting.Bytes, totals.MayOpen));
        Assert.IsType<NotPermitted>((await new ListBatches(Database, executive, Clock).HandleAsync(new(), Token)).Refusal);
        Assert.IsType<NotPermitted>((await new GetBatch(Database, executive, Clock).HandleAsync(id, Token)).Refusal);
        Assert.IsType<NotPermitted>((await new ListItems(Database, executive).HandleAsync(new(id, ItemFilter.None), Token)).Refusal);
        Assert.IsType<NotPermitted>((await new InspectItems(Database, executive, Clock).HandleAsync(id, [1], Token)).Refusal);
        Assert.IsType<NotPermitted>((await new OpenManifest(Database, executive, Clock).HandleAsync(id, Token)).Refusal);
        Assert.IsType<NotPermitted>((await new ListHolds(Database, executive, Clock).HandleAsync(null, Token)).Refusal);
    }

    [Fact]
    public async Task Overview_SeparatesThePhases()
    {
        var approved = await ApprovedAsync();

        var cooling = (await new GetDeletionTotals(Database, Access(Lead), Clock).HandleAsync(Token)).Value;
        var row = Assert.Single((await new ListBatches(Database, Access(Lead), Clock).HandleAsync(new(BatchPhase.CoolingOff), Token)).Value.Rows);

        Assert.Equal((0L, 2L), (cooling.Waiting.Copies, cooling.CoolingOff.Copies));
        Assert.Equal((approved, "cooling off until 2026-05-23 12:00 UTC"), (row.Id, row.Bottleneck.Text));
        Assert.Empty((await new ListBatches(Database, Access(Lead), Clock).HandleAsync(new(BatchPhase.Executing), Token)).Value.Rows);
    }

    [Fact]
    public async Task Queue_ListsBatchesThatWaitForThisReviewer_AndSaysWhyOthersDoNot()
    {
        var id = await InReviewAsync();
        await ApproveAsync(id, Legal);

        var privacy = (await Queue(Privacy)).Value;
        var legal = (await Queue(Legal)).Value;
        var second = (await Queue(SecondOfLegal)).Value;

        Assert.Equal("waiting for a second reviewer from another unit for under a minute", Assert.Single(privacy.Mine).Bottleneck.Text);
        Assert.Contains("removes the last backup of 1 dataset", privacy.Mine[0].Why);
        Assert.Equal("You have already approved this batch. It is waiting for another reviewer.", Assert.Single(legal.Others).WhyNotMine);
        Assert.StartsWith("Ruth of your unit, Legal, has already approved", Assert.Single(second.Others).WhyNotMine);
        Assert.IsType<NotPermitted>((await Queue(Lead)).Refusal);
    }

    [Fact]
    public async Task Queue_OfAHeldBatch_IsEmpty_UntilTheHoldIsLifted()
    {
        await InReviewAsync();
        var hold = (await HoldAsync(HoldScope.Dataset, chat.DatasetId)).Value;
        Assert.Empty((await Queue(Privacy)).Value.Mine);
        Assert.StartsWith("held by the legal hold “Smith v. Acme”", (await Queue(Privacy)).Value.Others.Single().Bottleneck.Text);

        await LiftAsync(hold);

        Assert.Single((await Queue(Privacy)).Value.Mine);
    }

    /// <summary>Otherwise a reviewer signs in again, only to be refused.</summary>
    [Fact]
    public async Task Batch_UnderAHold_DoesNotOfferToApprove()
    {
        var id = await InReviewAsync();
        Assert.True((await Batch(Legal, id)).May.Approve);
        Assert.Null((await HoldAsync(HoldScope.Dataset, chat.DatasetId)).Refusal);

        var held = await Batch(Legal, id);

        Assert.True(held.ClosedItems > 0);
        Assert.Equal((true, false), (held.May.Review, held.May.Approve));
    }

    [Fact]
    public async Task Batch_OffersEachRoleOnlyWhatItMayDo()
    {
        var id = await InReviewAsync();

        var lead = (await Batch(Lead, id)).May;
        var reviewer = (await Batch(Legal, id)).May;
        var auditor = (await Batch(Programme.Member(Roles.Auditor), id)).May;

        Assert.Equal((false, false, true, true), (lead.Edit, lead.Review, lead.Withdraw, lead.Note));
        Assert.Equal((true, true, false, false), (reviewer.Review, reviewer.Approve, reviewer.Withdraw, reviewer.Stop));
        Assert.Equal((false, false, false, false, false), (auditor.Edit, auditor.Review, auditor.Withdraw, auditor.Stop, auditor.Note));
        Assert.Equal(new NotFound("The batch"), (await new GetBatch(Database, Access(Lead), Clock).HandleAsync(4711, Token)).Refusal);
    }

    [Fact]
    public async Task Items_FilteredByStateGateAndPlace_Match()
    {
        Programme.Copy(Programme.Dataset("Orphan"), Programme.Singapore, resource: "orphan");
        await Programme.SettleAsync(Token);
        var id = await DraftAsync();
        var list = new ListItems(Database, Access(Lead));

        Assert.Equal(["orphan", "out/Chat", "out/Mail"], await Resources(ItemFilter.None));
        Assert.Equal(["orphan"], await Resources(new(Gate: Gates.EqualCopyInside)));
        Assert.Equal(["out/Mail"], await Resources(new(LocationId: Programme.Virginia.Id)));
        Assert.Equal(["out/Chat", "out/Mail"], await Resources(new(Text: "out/")));
        Assert.Equal(["out/Chat"], await Resources(new(Text: "urn:data:chat")));
        Assert.Empty(await Resources(new(State: ItemState.Excluded)));

        async Task<IEnumerable<string>> Resources(ItemFilter filter) => (await list.HandleAsync(new(id, filter), Token)).Value.Rows.Select(row => row.ResourceId);
    }

    [Fact]
    public async Task Inspect_ReturnsASentenceOfEvidenceForEachGate()
    {
        var id = await InReviewAsync();

        var item = Assert.Single((await new InspectItems(Database, Access(Legal), Clock).HandleAsync(id, [1], Token)).Value);

        Assert.Equal(GateList.All, item.Gates.Select(gate => gate.Gate));
        Assert.All(item.Gates, gate => Assert.True(gate.IsOpen));
        Assert.StartsWith("The inventories show an equal copy inside: primary in/Chat in", item.Gates[2].Sentence);
        Assert.Equal("No active legal hold covers it.", item.Gates[3].Sentence);
    }

    [Fact]
    public async Task Sample_IsStableForOneReviewer_AndDiffersBetweenReviewers()
    {
        var id = await InReviewAsync();
        var hash = (await BatchAsync(id)).ManifestHash!;

        var first = (await new DrawSample(Database, Access(Legal)).HandleAsync(new(id, hash, 1), Token)).Value;
        var again = (await new DrawSample(Database, Access(Legal)).HandleAsync(new(id, hash, 1), Token)).Value;

        Assert.Equal(first, again);
        Assert.Equal([1L, 2L], first.Order());
        Assert.NotEqual(ItemDraw.Numbers(hash, "a", 1, 1000).Take(20), ItemDraw.Numbers(hash, "b", 1, 1000).Take(20));
        Assert.Equal(Enumerable.Range(1, 1000).Select(number => (long)number), ItemDraw.Numbers(hash, "a", 1, 1000).Order());
    }

    [Fact]
    public async Task Review_ShowsWhatOthersDidSinceTheLastVisit()
    {
        var id = await InReviewAsync();
        await new MarkBatchSeen(Database, Access(Privacy)).HandleAsync(id, Noon, Token);
        Clock.Now = Noon.AddMinutes(5);
        await ApproveAsync(id, Legal);
        await new WriteNote(Decisions(Privacy)).HandleAsync(new(id, null, "My own."), Token);

        var review = (await new GetReview(Database, Access(Privacy), As(Privacy), new GetBatch(Database, Access(Privacy), Clock), Settings, Clock).HandleAsync(id, Token)).Value;

        Assert.Equal(Noon, review.LastVisit);
        Assert.Equal("Ruth", Assert.Single(review.Changes).Actor);
        Assert.True(review.IsSignInRecent(Clock.Now));
    }

    [Fact]
    public async Task Manifest_OfADraft_IsRefused_AndOfABatch_IsRecordedAsExported()
    {
        var draft = await DraftAsync();
        Assert.IsType<NoManifestYet>((await new OpenManifest(Database, Access(Lead), Clock).HandleAsync(draft, Token)).Refusal);
        await SubmitAsync(draft);

        await using var manifest = (await new OpenManifest(Database, Access(Lead), Clock).HandleAsync(draft, Token)).Value;
        var lines = await manifest.Lines.ToListAsync(Token);

        Assert.Equal((3, $"manifest-{draft}.ndjson"), (lines.Count, manifest.FileName));
        await using var context = Database.CreateDbContext();
        Assert.True(await context.LedgerEntries.AnyAsync(entry => entry.Action == "rows.exported", Token));
    }

    [Fact]
    public async Task Draft_ShowsTheApprovalsItNeeds()
    {
        var id = await DraftAsync();

        var draft = (await new GetDraft(Database, new GetBatch(Database, Access(Lead), Clock), Acting.Programme).HandleAsync(id, Token)).Value;

        Assert.Equal((2, 2), (draft.Quorum, draft.Units));
        Assert.Equal([("Legal", 2), ("Privacy", 1)], draft.Reviewers.Select(unit => (unit.Unit!, unit.Members)));
    }

    [Fact]
    public async Task Holds_ShowWhatTheyCover_BeforeAndAfterTheyArePlaced()
    {
        var id = await InReviewAsync();
        var preview = (await new PreviewHold(Database, Access(OtherLead)).HandleAsync(HoldScope.Location, Programme.Virginia.Id, Token)).Value;
        Assert.Equal((1, id, 1L), (preview.Copies, Assert.Single(preview.Batches).Id, preview.Batches[0].Items));
        Assert.Equal(["Mail"], (await new PreviewHold(Database, Access(OtherLead)).FindDatasetsAsync("mai", Token)).Value.Select(found => found.Name));
        Assert.IsType<NotPermitted>((await new PreviewHold(Database, Access(Legal)).HandleAsync(HoldScope.Location, 1, Token)).Refusal);
        await HoldAsync(HoldScope.Location, Programme.Virginia.Id);

        var hold = Assert.Single((await new ListHolds(Database, Access(Legal), Clock).HandleAsync(null, Token)).Value.Rows);

        Assert.Equal((1, id, false), (hold.Copies, Assert.Single(hold.Batches).Id, hold.IsReviewOverdue));
        Assert.Equal(new NotFound("The hold"), (await new ListHolds(Database, Access(Legal), Clock).HandleAsync(4711, Token)).Refusal);
        Clock.Now = Noon.AddDays(30);
        Assert.True((await new ListHolds(Database, Access(Legal), Clock).HandleAsync(hold.Id, Token)).Value.Rows.Single().IsReviewOverdue);
    }

    [Fact]
    public async Task Hold_WithMissingFacts_IsRefused()
    {
        var place = new PlaceHold(Database, As(OtherLead), Clock);
        var ahead = new DateOnly(2026, 6, 1);

        Assert.IsType<MatterInvalid>((await place.HandleAsync(new(" ", HoldScope.Dataset, chat.DatasetId, "Why.", ahead), Token)).Refusal);
        Assert.IsType<DecisionNeedsReason>((await place.HandleAsync(new("Case", HoldScope.Dataset, chat.DatasetId, " ", ahead), Token)).Refusal);
        Assert.IsType<ReviewDateNotAhead>((await place.HandleAsync(new("Case", HoldScope.Dataset, chat.DatasetId, "Why.", new DateOnly(2026, 5, 20)), Token)).Refusal);
        Assert.Equal(new NotFound("The wave"), (await place.HandleAsync(new("Case", HoldScope.Wave, 4711, "Why.", ahead), Token)).Refusal);
        var id = (await HoldAsync(HoldScope.Dataset, mail.DatasetId)).Value;
        Assert.Null((await LiftAsync(id)).Refusal);
        Assert.Equal(new AlreadyLifted("Smith v. Acme"), (await LiftAsync(id)).Refusal);
    }

    [Fact]
    public async Task ApprovalRules_ApplyToBatchesSubmittedLater_AndTheMostSpecificWins()
    {
        var administrator = As(Programme.Member(Roles.Administrator));
        var set = new SetQuorumRule(Database, administrator, Clock);
        Assert.Null((await set.HandleAsync(new(null, null, SanitizationMethod.Purge, 4), Token)).Refusal);
        Assert.Null((await set.HandleAsync(new(null, Programme.Protected.Id, SanitizationMethod.Purge, 1), Token)).Refusal);
        Assert.IsType<QuorumRuleExists>((await set.HandleAsync(new(null, null, SanitizationMethod.Purge, 3), Token)).Refusal);
        Assert.IsType<QuorumInvalid>((await set.HandleAsync(new(null, null, null, 6), Token)).Refusal);
        var rows = (await new ListQuorumRules(Database, Access(Lead)).HandleAsync(Token)).Value;
        Assert.False(rows.MayManage);
        Assert.IsType<StaleEdit>((await set.HandleAsync(new(rows.Rows[0].Id, null, null, 2, 99), Token)).Refusal);
        Assert.IsType<NotPermitted>((await new SetQuorumRule(Database, As(Lead), Clock).HandleAsync(new(null, null, null, 2), Token)).Refusal);

        var id = await InReviewAsync();

        Assert.Equal(1, (await BatchAsync(id)).Quorum);
        var specific = rows.Rows.Single(row => row.Classification is not null);
        Assert.Null((await new RemoveQuorumRule(Database, administrator, Clock).HandleAsync(specific.Id, Token)).Refusal);
        Assert.Equal(new NotFound("The rule"), (await new RemoveQuorumRule(Database, administrator, Clock).HandleAsync(specific.Id, Token)).Refusal);
        Assert.Equal(1, (await BatchAsync(id)).Quorum);
    }

    private DeletionAccess Access(Member member) => new(As(member), Acting.Programme);

    private Task<Result<QueueAnswer>> Queue(Member member) => new ListQueue(Database, Access(member), Clock).HandleAsync(Token);

    private async Task<BatchDetails> Batch(Member member, long id) => (await new GetBatch(Database, Access(member), Clock).HandleAsync(id, Token)).Value;
}
