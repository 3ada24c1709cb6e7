using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Deletions;

/// <summary>Twenty people decide about one batch at the same moment, in many rounds. Each round has one outcome, and everyone gets an answer.</summary>
public sealed class AtTheSameMomentTests : DeletionProgramme
{
    /// <summary>Enough for every kind of outcome: of these seeded rounds, the twentieth has no rejection and no withdrawal.</summary>
    [Fact]
    public Task TwentyAtOnce_HaveOneOutcome_WhichTheLedgerRecords() => RaceAsync(rounds: 50);

    [Fact(Explicit = true), Trait("Category", "Soak")]
    public Task TwentyAtOnce_AThousandTimes_HaveOneOutcomeEach() => RaceAsync(rounds: 1_000);

    private async Task RaceAsync(int rounds)
    {
        var copy = Deletable("Chat");
        await Programme.SettleAsync(Token);
        var random = new Random(20260524);
        var outcomes = new Dictionary<BatchState, int>();
        for (var round = 0; round < rounds; round++)
        {
            var id = await InReviewAsync();
            var hash = (await BatchAsync(id)).ManifestHash!;
            var done = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => random.Next(10)).ToList().ConvertAll(what => Task.Run(() => DoAsync(id, hash, copy, what))));

            var batch = await BatchAsync(id);
            outcomes[batch.State] = outcomes.GetValueOrDefault(batch.State) + 1;
            Check(batch, done);
            await AssertRecordedAsync(batch, done.Count(one => one.Result.IsDone));
            await ClearAsync(id);
        }

        // Fewer outcomes would mean that the rounds do not vary.
        Assert.True(outcomes.Count >= 3, string.Join(", ", outcomes));
    }

    private static void Check(DeletionBatch batch, (string Act, Result Result)[] done)
    {
        var won = done.Where(one => one.Result.IsDone).Select(one => one.Act).ToList();
        Assert.All(done.Where(one => !one.Result.IsDone), one => Assert.NotEmpty(one.Result.Refusal!.Message));
        var ends = won.Count(act => act is "reject" or "withdraw");
        Assert.True(ends <= 1, $"Ended {ends} times.");
        Assert.Equal(ends == 1, batch.State is BatchState.Rejected or BatchState.Withdrawn);
        var valid = batch.ValidApprovals.ToList();
        Assert.Equal(valid.Count, valid.DistinctBy(approval => approval.MemberId).Count());
        Assert.Equal(valid.Count, valid.DistinctBy(approval => approval.Unit, StringComparer.OrdinalIgnoreCase).Count());
        Assert.True(valid.Count <= batch.Quorum);
        Assert.Equal(batch.State is BatchState.Approved, valid.Count == batch.Quorum);
        Assert.Equal(won.Count(act => act == "approve"), batch.Approvals.Count);
    }

    private async Task AssertRecordedAsync(DeletionBatch batch, int changes)
    {
        await using var context = Database.CreateDbContext();
        var last = await context.LedgerEntries.AsNoTracking().OrderByDescending(entry => entry.Sequence).Take(100).ToListAsync(Token);
        var submitted = last.First(entry => entry.Action == LedgerSubmitted && entry.SubjectId == $"{batch.Id}");
        // A hold has its own entry, and one more for each batch that it touches.
        var after = last.Where(entry => entry.Sequence > submitted.Sequence && entry.Action != "batch.held").ToList();
        Assert.Equal(changes, after.Count);
    }

    private const string LedgerSubmitted = Core.Ledger.LedgerActions.BatchSubmitted;

    private async Task<(string Act, Result Result)> DoAsync(long id, string hash, Copy copy, int what) => what switch
    {
        0 or 1 => ("approve", await ApproveAsync(id, Legal, hash)),
        2 => ("approve", await ApproveAsync(id, SecondOfLegal, hash)),
        3 or 4 => ("approve", await ApproveAsync(id, Privacy, hash)),
        5 => ("reject", await RejectAsync(id, Privacy)),
        6 => ("withdraw", await WithdrawAsync(id, OtherLead)),
        7 => ("stop", await StopAsync(id, Legal)),
        8 => ("approve", await ApproveAsync(id, Lead, hash)),
        _ => ("hold", (await HoldAsync(HoldScope.Dataset, copy.DatasetId)).Refusal is { } refusal ? refusal : Result.Done),
    };

    /// <summary>Lifts the holds and ends the batch, so that the next round has the copy.</summary>
    private async Task ClearAsync(long id)
    {
        await using (var context = Database.CreateDbContext())
        {
            foreach (var hold in await context.LegalHolds.Where(hold => hold.LiftedAt == null).Select(hold => hold.Id).ToListAsync(Token))
                Assert.Null((await LiftAsync(hold)).Refusal);
        }

        if ((await BatchAsync(id)).State.IsOpen())
            Assert.Null((await WithdrawAsync(id, OtherLead)).Refusal);
    }
}
