using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Web.Features.Deletions.Overview;
using Dashboard.Web.Features.Summary;

namespace Dashboard.Slice.Tests.Deletions;

/// <summary>What the summary and the list of batches say about deletions.</summary>
public sealed class DeletionFiguresTests : ExecutionProgramme
{
    /// <summary>A failed item was ordered too. Without it, the share would look better than it is.</summary>
    [Fact]
    public async Task Ordered_CountsWhatFailed_AndWhatIsListedAgain()
    {
        var (_, singapore) = await HandedOutAsync();
        var virginia = await OrderIdAsync(Virginia);
        await FetchAsync(Virginia, virginia);
        await ReportAsync(Singapore, singapore, "r1", 1, 2);
        Assert.Equal(new DeletionFigures(Verified: 0, Reported: 2, Pending: 1, Unfinished: 0), await FiguresAsync());

        await ReportAsync(Virginia, virginia, Body("r2", Failed(3)));
        Assert.Equal(new DeletionFigures(Verified: 0, Reported: 2, Pending: 0, Unfinished: 1), await FiguresAsync());

        Clock.Now = Clock.Now.AddDays(1);
        await ImportAsync(Mail, Video);
        var figures = await FiguresAsync();
        Assert.Equal(new DeletionFigures(Verified: 1, Reported: 0, Pending: 0, Unfinished: 2), figures);
        Assert.Equal(3, figures.Ordered);
        Assert.Equal(1, Assert.Single((await BatchesAsync(BatchHolding.Unfinished)).Rows).Verified);
        Assert.Single((await BatchesAsync(BatchHolding.Verified)).Rows);
        Assert.Empty((await BatchesAsync(BatchHolding.Reported)).Rows);
    }

    /// <summary>A source is named as evidence for deletions only if it lists, or listed, copies of released batches.</summary>
    [Fact]
    public async Task RestsOn_NamesTheSourcesOfTheCopies()
    {
        var empty = Programme.Source("empty");
        await HandedOutAsync();

        var rests = (await AnswerAsync()).RestsOn;

        Assert.Equal([Programme.Inventory.Id], rests.Copies);
        Assert.Equal([Programme.Inventory.Id], rests.Deletions);
        Assert.DoesNotContain(empty.Id, rests.Copies);
        Assert.Empty(rests.Traffic);
    }

    /// <summary>“Not due yet” next to “overdue”: both must follow from the same time.</summary>
    [Theory]
    [InlineData(0, ProofAge.Due)]
    [InlineData(24, ProofAge.Due)]
    [InlineData(25, ProofAge.Late)]
    [InlineData(72, ProofAge.Late)]
    [InlineData(73, ProofAge.LongLate)]
    public void ProofAge_FollowsFromTheNextReport(int hours, ProofAge expected) =>
        Assert.Equal(expected, ProofAges.Of(Noon.AddHours(24), TimeSpan.FromHours(24), Noon.AddHours(hours)));

    [Fact]
    public void ProofAge_OfASourceThatNeverReported_IsLate() => Assert.Equal(ProofAge.Late, ProofAges.Of(null, TimeSpan.FromHours(24), Noon));

    private async Task<DeletionFigures> FiguresAsync() => (await AnswerAsync()).Deletions;

    private async Task<SummaryAnswer> AnswerAsync() => (await new GetSummary(Database, As(Lead), Acting.Programme, Clock).HandleAsync(Token)).Value;

    private async Task<BatchesAnswer> BatchesAsync(BatchHolding holding) =>
        (await new ListBatches(Database, new(As(Lead), Acting.Programme), Clock).HandleAsync(new(Holding: holding), Token)).Value;
}
