using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Features.Inventory.Query;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Deletions;

/// <summary>Each gate is closed by its own condition and by nothing else.</summary>
public sealed class GateTests : DeletionProgramme
{
    [Fact]
    public async Task AllGates_ForAnOutsideCopyWithAFreshEqualInside_AreOpen()
    {
        Deletable("Chat");

        Assert.Equal(Gates.None, await ClosedAsync());
    }

    [Fact]
    public async Task OutsideBoundary_ForAnInsideCopy_IsClosed_UnlessTheBatchSaysWhy()
    {
        var dataset = Programme.Dataset("Chat");
        Programme.Copy(dataset, Programme.Ashburn, CopyRole.Primary, resource: "keep");
        var redundant = Programme.Copy(dataset, Programme.Ashburn, resource: "redundant");
        await Programme.SettleAsync(Token);

        Assert.Equal(Gates.OutsideBoundary, await ClosedAsync(redundant));
        Assert.Equal(Gates.None, await ClosedAsync(redundant, Facts with { InsideReason = "A second replica." }));
    }

    [Fact]
    public async Task OutsideBoundary_WithAnUnknownPosition_IsClosed()
    {
        Deletable("Chat", at: Programme.Nowhere);

        Assert.Equal(Gates.OutsideBoundary, await ClosedAsync());
    }

    [Fact]
    public async Task EqualCopyInside_WithoutOne_IsClosed()
    {
        Programme.Copy(Programme.Dataset("Chat"), Programme.Singapore);

        Assert.Equal(Gates.EqualCopyInside, await ClosedAsync());
    }

    [Fact]
    public async Task EqualCopyInside_WithADifferentCopy_IsClosed()
    {
        var dataset = Programme.Dataset("Chat");
        Programme.Copy(dataset, Programme.Ashburn, fingerprint: "bb");
        Programme.Copy(dataset, Programme.Singapore, fingerprint: "aa");

        Assert.Equal(Gates.EqualCopyInside, await ClosedAsync());
    }

    [Fact]
    public async Task EqualCopyInside_NotConfirmedWithinTheInterval_IsClosed()
    {
        var dataset = Programme.Dataset("Chat");
        var stale = Programme.Source("oracle", reported: TimeSpan.FromHours(25));
        Programme.Copy(dataset, Programme.Ashburn, source: stale, lastSeen: Noon.AddHours(-25));
        Programme.Copy(dataset, Programme.Singapore);

        Assert.Equal(Gates.EqualCopyInside, await ClosedAsync());
    }

    [Fact]
    public async Task EqualCopyInside_IgnoresACopyThatIsItselfProposed()
    {
        var dataset = Programme.Dataset("Chat");
        var one = Programme.Copy(dataset, Programme.Ashburn, resource: "one");
        var other = Programme.Copy(dataset, Programme.Ashburn, resource: "other");
        await Programme.SettleAsync(Token);
        var id = await DraftAsync(Facts with { InsideReason = "Two replicas." }, new FilterTerm("dataset", $"{dataset.Id}"));

        Assert.Equal([Gates.EqualCopyInside, Gates.EqualCopyInside], (await ItemsAsync(id)).Select(item => item.ClosedGates));
        Assert.NotEqual(one.Id, other.Id);
    }

    [Fact]
    public async Task NoHold_UnderAHoldOfAnyScope_IsClosed()
    {
        var wave = Programme.Wave("One");
        var dataset = Programme.Dataset("Chat", wave: wave);
        Programme.Copy(dataset, Programme.Ashburn);
        var copy = Programme.Copy(dataset, Programme.Singapore);
        await Programme.SettleAsync(Token);
        var scopes = new (HoldScope Scope, long Id)[]
        {
            (HoldScope.Dataset, dataset.Id), (HoldScope.System, dataset.SystemId), (HoldScope.Location, copy.LocationId),
            (HoldScope.Classification, dataset.ClassificationId), (HoldScope.Wave, wave.Id),
        };
        foreach (var (scope, id) in scopes)
        {
            var hold = (await HoldAsync(scope, id)).Value;
            Assert.Equal(Gates.NoHold, await ClosedAsync(copy));
            Assert.Null((await LiftAsync(hold)).Refusal);
            Assert.Equal(Gates.None, await ClosedAsync(copy));
        }
    }

    [Theory]
    [InlineData(-1, Gates.None)]
    [InlineData(0, Gates.RetentionPassed)]
    [InlineData(1, Gates.RetentionPassed)]
    public async Task RetentionPassed_UpToTheLastDay_IsClosed(int days, Gates closed)
    {
        var dataset = Programme.Dataset("Chat");
        Programme.Copy(dataset, Programme.Ashburn);
        Programme.Copy(dataset, Programme.Singapore, retainUntil: DateOnly.FromDateTime(Noon.UtcDateTime).AddDays(days));

        Assert.Equal(closed, await ClosedAsync());
    }

    [Fact]
    public async Task NoOtherBatch_InAnotherOpenBatch_IsClosed_ButNotInADraft()
    {
        var copy = Deletable("Chat");
        await Programme.SettleAsync(Token);
        var first = await DraftAsync();
        Assert.Equal(Gates.None, await ClosedAsync(copy));

        Assert.Null((await SubmitAsync(first)).Refusal);
        Assert.Equal(Gates.NoOtherBatch, await ClosedAsync(copy));

        Assert.Null((await WithdrawAsync(first, OtherLead)).Refusal);
        Assert.Equal(Gates.None, await ClosedAsync(copy));
    }

    [Fact]
    public async Task SourceFresh_WithAStaleSource_IsClosed()
    {
        var dataset = Programme.Dataset("Chat");
        Programme.Copy(dataset, Programme.Ashburn);
        Programme.Copy(dataset, Programme.Singapore, source: Programme.Source("old", reported: TimeSpan.FromHours(25)));

        Assert.Equal(Gates.SourceFresh, await ClosedAsync());
    }

    [Theory]
    [InlineData("DatasetId")]
    [InlineData("LocationId")]
    [InlineData("Role")]
    [InlineData("State")]
    public async Task SameCopy_ChangedSinceTheProposal_IsClosed(string what)
    {
        var copy = Deletable("Chat");
        var other = Deletable("Mail");
        await Programme.SettleAsync(Token);
        var id = await DraftAsync(null, new FilterTerm("dataset", $"{copy.DatasetId}"), new FilterTerm("position", "Outside"));
        await using (var context = Database.CreateDbContext())
        {
            var row = context.Copies.Where(row => row.Id == copy.Id);
            _ = what switch
            {
                "DatasetId" => await row.ExecuteUpdateAsync(set => set.SetProperty(row => row.DatasetId, other.DatasetId), Token),
                "LocationId" => await row.ExecuteUpdateAsync(set => set.SetProperty(row => row.LocationId, Programme.Virginia.Id), Token),
                "Role" => await row.ExecuteUpdateAsync(set => set.SetProperty(row => row.Role, CopyRole.Backup), Token),
                _ => await row.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, CopyState.Missing), Token),
            };
        }

        Assert.IsType<GatesAreClosed>((await SubmitAsync(id)).Refusal);
        Assert.Equal(Gates.SameCopy, await ClosedGatesAsync(id) & Gates.SameCopy);
    }

    /// <summary>The closed gates of the only copy outside, in a new draft.</summary>
    private async Task<Gates> ClosedAsync(Copy? copy = null, BatchFacts? facts = null)
    {
        await Programme.SettleAsync(Token);
        var id = copy is null ? await DraftAsync(facts, new FilterTerm("position", "Outside"), new FilterTerm("position", "Unknown")) : await DraftAsync(facts, new FilterTerm(FilterKey.Text, copy.ResourceId));
        return (await ItemsAsync(id)).Single(item => copy is null || item.CopyId == copy.Id).ClosedGates;
    }

    private async Task<Gates> ClosedGatesAsync(long id)
    {
        var batch = await BatchAsync(id);
        await using var context = Database.CreateDbContext();
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(Noon.UtcDateTime), Token);
        var evaluation = await GateEvaluation.PrepareAsync(context, batch, positions, Noon, Token);
        return Assert.Single(await evaluation.EvaluateAsync(context.ItemsOf(batch), Token)).Closed;
    }
}
