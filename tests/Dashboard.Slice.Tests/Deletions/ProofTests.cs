using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Findings;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Deletions;

/// <summary>Only absence from a later complete inventory of the same source verifies a deletion.</summary>
public sealed class ProofTests : ExecutionProgramme
{
    [Fact]
    public async Task LaterCompleteInventoryWithoutThem_VerifiesTheBatch()
    {
        var id = await ReportedAsync();
        Clock.Now = Clock.Now.AddHours(1);

        var import = await ImportAsync();

        var batch = await BatchAsync(id);
        Assert.Equal((BatchState.Verified, 3L), (batch.State, batch.Tally.Verified));
        Assert.All(await ItemsAsync(id), item => Assert.Equal(
            (ItemState.VerifiedAbsent, import.Id, import.AsOf, false), (item.State, item.VerifiedByImportId, item.VerifiedAt, item.IsClaimed)));
        Assert.Equal((CopyState.VerifiedAbsent, Stage.Pivoted), (await StateOfAsync(Chat), await StageOfAsync(Chat)));
        await using var context = Database.CreateDbContext();
        var entry = await context.LedgerEntries.OrderByDescending(entry => entry.Sequence).FirstAsync(Token);
        Assert.Equal("The dashboard checked the items of “Old copies” against an inventory: 3 verified absent.", entry.Sentence);
    }

    [Fact]
    public async Task PartlyVerified_StaysExecuted()
    {
        var id = await ReportedAsync();
        Clock.Now = Clock.Now.AddHours(1);

        await ImportAsync(Mail);

        var batch = await BatchAsync(id);
        Assert.Equal((BatchState.Executing, 2L, 1L), (batch.State, batch.Tally.Verified, batch.Tally.StillPresent));
        var present = (await ItemsAsync(id))[1];
        Assert.Equal((ItemState.StillPresent, true), (present.State, present.IsClaimed));
        Assert.Equal(CopyState.DeletionPending, await StateOfAsync(Mail));
        await using var context = Database.CreateDbContext();
        var finding = await context.Findings.SingleAsync(Token);
        Assert.Equal((FindingKind.StillPresentAfterReport, id, Mail.DatasetId), (finding.Kind, finding.BatchId, finding.DatasetId));
    }

    [Fact]
    public async Task CopyStillPresent_IsHandedOutAndReportedAgain()
    {
        var id = await ReportedAsync();
        Clock.Now = Clock.Now.AddHours(1);
        await ImportAsync(Mail);
        var order = await OrderIdAsync(Singapore);

        Assert.Equal("out/Mail", (string?)Assert.Single((await FetchAsync(Singapore, order))["items"]!.AsArray())!["resource"]);
        Assert.Null((await ReportAsync(Singapore, order, "again", 2)).Refusal);
        Clock.Now = Clock.Now.AddHours(1);
        await ImportAsync();

        Assert.Equal(BatchState.Verified, (await BatchAsync(id)).State);
    }

    [Fact]
    public async Task InventoryOfAnEarlierMoment_ProvesNothing()
    {
        var id = await ReportedAsync(performedIn: TimeSpan.FromMinutes(4));

        await ImportAsync();

        Assert.All(await ItemsAsync(id), item => Assert.Equal(ItemState.Reported, item.State));
        Assert.Equal(CopyState.DeletionReported, await StateOfAsync(Chat));
        await ImportAsync(Chat, Mail, Video);
        Assert.All(await ItemsAsync(id), item => Assert.Equal(ItemState.Reported, item.State));
    }

    [Fact]
    public async Task CopySeenAgain_ReopensTheBatchWithAFinding()
    {
        var id = await ReportedAsync();
        Clock.Now = Clock.Now.AddHours(1);
        await ImportAsync();
        Clock.Now = Clock.Now.AddHours(1);

        await ImportAsync(Video);

        var batch = await BatchAsync(id);
        Assert.Equal((BatchState.Executed, 1L, (DateTimeOffset?)null), (batch.State, batch.Tally.Reappeared, batch.VerifiedAt));
        Assert.Equal((ItemState.Reappeared, CopyState.Reappeared), ((await ItemsAsync(id))[2].State, await StateOfAsync(Video)));
        await using var context = Database.CreateDbContext();
        Assert.Equal(id, (await context.Findings.SingleAsync(finding => finding.Kind == FindingKind.DeletedCopyReappeared, Token)).BatchId);
    }

    [Fact]
    public async Task VanishedBeforeTheReport_IsMissing_UntilTheNextInventoryAfterALateReportVerifiesIt()
    {
        var id = await ReleasedAsync();
        var order = await OrderIdAsync(Singapore);
        await FetchAsync(Singapore, order);
        var done = Clock.Now;
        Clock.Now = done.AddHours(1);
        await ImportAsync(Mail, Video);
        Assert.Equal(CopyState.Missing, await StateOfAsync(Chat));

        Assert.Null((await ReportAsync(Singapore, order, Body("late", Executed(1, done)))).Refusal);
        Assert.Equal(CopyState.DeletionReported, await StateOfAsync(Chat));
        Clock.Now = done.AddHours(2);
        await ImportAsync(Mail, Video);

        Assert.Equal(ItemState.VerifiedAbsent, (await ItemsAsync(id))[0].State);
    }

    [Fact]
    public async Task ReportedAfterAStop_ButStillPresent_IsPresent()
    {
        var id = await ReportedAsync(stop: true);
        Clock.Now = Clock.Now.AddHours(1);

        await ImportAsync(Chat, Mail, Video);

        Assert.Equal((ItemState.StillPresent, CopyState.Present), ((await ItemsAsync(id))[0].State, await StateOfAsync(Chat)));
        Assert.Equal(BatchState.InReview, (await BatchAsync(id)).State);
    }

    [Fact(DisplayName = "Proof: who proposed a batch cannot prove it with a list of their own, and two independent people can")]
    public async Task PeopleProve_OnlyIfTheyAreIndependent()
    {
        var id = await ReportedAsync();
        var steward = Programme.Member(Roles.DataSteward, unit: "Storage", name: "Ingrid");
        var sameUnit = Programme.Member(Roles.DataSteward, unit: "Storage", name: "Ivar");
        var executor = Programme.Member(Roles.DataSteward, unit: "Data centre", name: "Wei Ling");
        foreach (var (brought, confirmed) in new (Member, Member?)[] { (Lead, steward), (steward, Lead), (steward, steward), (steward, sameUnit), (executor, OtherLead), (OtherLead, executor), (steward, null) })
        {
            Clock.Now = Clock.Now.AddHours(1);
            var import = await ImportAsync((rows, hash) => new(brought, null, rows, hash), confirmed);
            Assert.Equal((0, 3), (import.Counts.VerifiedAbsent, import.Counts.Unproved));
            Assert.All(await ItemsAsync(id), item => Assert.Equal(
                (ItemState.Reported, ProofGaps.NotIndependent, (long?)import.Id), (item.State, item.ProofGaps, item.CheckedByImportId)));
        }

        Clock.Now = Clock.Now.AddHours(1);
        await ImportAsync((rows, hash) => new(steward, null, rows, hash), OtherLead);

        Assert.Equal(BatchState.Verified, (await BatchAsync(id)).State);
        Assert.All(await ItemsAsync(id), item => Assert.Equal(ProofGaps.None, item.ProofGaps));
    }

    [Fact(DisplayName = "Proof: an executor's own token, a file of unknown wholeness and the inbox prove nothing")]
    public async Task OtherOrigins_ProveNothing()
    {
        var id = await ReportedAsync();
        foreach (var (origin, gap) in new (Func<long, string, ImportOrigin>, ProofGaps)[]
        {
            ((rows, hash) => new(null, Singapore.TokenId, rows, hash), ProofGaps.NotIndependent),
            ((_, _) => new(null, 900), ProofGaps.NotWhole),
            ((rows, hash) => new(null, null, rows, hash), ProofGaps.NotIndependent),
        })
        {
            Clock.Now = Clock.Now.AddHours(1);
            await ImportAsync(origin, null);
            Assert.Equal((ItemState.Reported, gap), ((await ItemsAsync(id))[0].State, (await ItemsAsync(id))[0].ProofGaps));
        }
    }

    /// <summary>A batch whose items are all reported as deleted.</summary>
    private async Task<long> ReportedAsync(TimeSpan performedIn = default, bool stop = false)
    {
        var id = await ReleasedAsync();
        foreach (var executor in new[] { Singapore, Virginia })
            await FetchAsync(executor, await OrderIdAsync(executor));
        if (stop)
            await StopAsync(id, Legal);
        await ReportAllAsync(performedIn, id);
        return id;
    }

    private async Task ReportAllAsync(TimeSpan performedIn, long id)
    {
        await using var context = Database.CreateDbContext();
        var at = Clock.Now + performedIn;
        foreach (var order in await context.WorkOrders.AsNoTracking().Where(order => order.BatchId == id).ToListAsync(Token))
        {
            var isSingapore = order.LocationId == Programme.Singapore.Id;
            object[] items = isSingapore ? [Executed(1, at), Executed(2, at)] : [Executed(3, at)];
            Assert.Null((await ReportAsync(isSingapore ? Singapore : Virginia, order.Id, Body($"all-{order.Id}", items))).Refusal);
        }
    }
}
