using Dashboard.Core.Findings;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Imports;

public sealed class ReconcilingTests
{
    private const string TwoCopies = ImportBench.Header + """
        va/videos,urn:dataset:videos,Company,US,virginia,primary,100,10,aa,,
        oci/videos,urn:dataset:videos,Oracle,US,us-ashburn-1,replica,100,10,aa,,
        """;

    private const string OnlyInside = ImportBench.Header + "oci/videos,urn:dataset:videos,Oracle,US,us-ashburn-1,replica,100,10,aa,,\n";

    [Fact]
    public async Task FirstImport_OfTwoCopies_AddsThem()
    {
        await using var bench = new ImportBench();
        var import = await bench.ImportAsync(TwoCopies);

        Assert.Equal((ImportState.Applied, null), (import.State, import.Refusal));
        Assert.Equal((2, 2, 0, 1, 2), (import.Counts.Rows, import.Counts.New, import.Counts.Rejected, import.Counts.NewDatasets, import.Counts.NewLocations));
        var copies = await bench.CopiesAsync();
        Assert.All(copies, copy => Assert.Equal((CopyState.Present, bench.Clock.GetUtcNow()), (copy.State, copy.FirstSeen)));
        await using var context = bench.Database.CreateDbContext();
        var dataset = await context.Datasets.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Stage.Verified, dataset.Status.Stage);
        Assert.Equal((100, 100, 0), (dataset.Status.BytesInside, dataset.Status.BytesOutside, dataset.Status.BytesUnknown));
    }

    [Fact]
    public async Task Preview_ChangesNothing()
    {
        await using var bench = new ImportBench();
        var import = await bench.PreviewAsync([("a.csv", System.Text.Encoding.UTF8.GetBytes(TwoCopies))]);

        Assert.Equal((ImportState.AwaitingConfirmation, 2), (import.State, import.Counts.New));
        Assert.Equal("va/videos", import.Sample.Rows[0][0]);
        Assert.Empty(await bench.CopiesAsync());
    }

    [Fact]
    public async Task SameFileTwice_ChangesNothing()
    {
        await using var bench = new ImportBench();
        await bench.ImportAsync(TwoCopies);
        var before = await bench.CopiesAsync();
        var again = await bench.ImportAsync(TwoCopies);

        Assert.Equal((0, 0, 2, 0), (again.Counts.New, again.Counts.Changed, again.Counts.Unchanged, again.Counts.Vanished));
        Assert.Equivalent(before, await bench.CopiesAsync(), strict: true);
    }

    [Fact]
    public async Task CompleteImport_WithoutACopy_MarksItMissingWithAFinding()
    {
        await using var bench = new ImportBench();
        await bench.ImportAsync(TwoCopies);
        bench.Clock.Now += TimeSpan.FromDays(1);
        var import = await bench.ImportAsync(OnlyInside);

        Assert.Equal(1, import.Counts.Vanished);
        Assert.Equal(CopyState.Missing, (await bench.CopiesAsync()).Single(copy => copy.ResourceId == "va/videos").State);
        await using var context = bench.Database.CreateDbContext();
        var finding = await context.Findings.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((FindingKind.CopyVanished, import.Id, 1), (finding.Kind, finding.ImportId, finding.Copies));
        Assert.NotEqual(Stage.Pivoted, (await context.Datasets.SingleAsync(TestContext.Current.CancellationToken)).Status.Stage);
    }

    [Fact]
    public async Task PartialImport_WithoutACopy_ProvesNothing()
    {
        await using var bench = new ImportBench();
        await bench.ImportAsync(TwoCopies);
        bench.Clock.Now += TimeSpan.FromDays(1);
        var import = await bench.ImportAsync(OnlyInside, isComplete: false);

        Assert.Equal(0, import.Counts.Vanished);
        Assert.All(await bench.CopiesAsync(), copy => Assert.Equal(CopyState.Present, copy.State));
    }

    [Fact]
    public async Task CompleteImport_WithoutACopyThatWasReportedDeleted_VerifiesItsAbsence()
    {
        await using var bench = new ImportBench();
        await bench.ImportAsync(TwoCopies);
        await bench.SetStateAsync("va/videos", CopyState.DeletionReported);
        bench.Clock.Now += TimeSpan.FromDays(1);
        var import = await bench.ImportAsync(OnlyInside, origin: ImportBench.Pushed(rows: 1));

        Assert.Equal((1, 0), (import.Counts.VerifiedAbsent, import.Counts.Vanished));
        await using var context = bench.Database.CreateDbContext();
        Assert.Equal(Stage.Pivoted, (await context.Datasets.SingleAsync(TestContext.Current.CancellationToken)).Status.Stage);
        Assert.Empty(context.Findings);
    }

    [Fact]
    public async Task CopyVerifiedAbsent_SeenAgain_ReappearsWithAFinding()
    {
        await using var bench = new ImportBench();
        await bench.ImportAsync(TwoCopies);
        await bench.SetStateAsync("va/videos", CopyState.VerifiedAbsent);
        bench.Clock.Now += TimeSpan.FromDays(1);
        var import = await bench.ImportAsync(TwoCopies);

        Assert.Equal(1, import.Counts.Reappeared);
        Assert.Equal(CopyState.Reappeared, (await bench.CopiesAsync()).Single(copy => copy.ResourceId == "va/videos").State);
        await using var context = bench.Database.CreateDbContext();
        Assert.Equal(FindingKind.CopyReappeared, (await context.Findings.SingleAsync(TestContext.Current.CancellationToken)).Kind);
    }

    [Fact]
    public async Task OlderInventory_IsRefused()
    {
        await using var bench = new ImportBench();
        await bench.ImportAsync(TwoCopies);
        bench.Clock.Now += TimeSpan.FromHours(-1);
        var import = await bench.ImportAsync(OnlyInside);

        Assert.Equal(ImportState.Refused, import.State);
        Assert.Contains("Older evidence cannot replace newer", import.Refusal);
        Assert.Equal(2, (await bench.CopiesAsync()).Count(copy => copy.State is CopyState.Present));
    }

    [Fact]
    public async Task RejectedRow_DoesNotBlockTheOthers_AndIsKept()
    {
        await using var bench = new ImportBench();
        await bench.AllowRejectedAsync(50);
        var import = await bench.ImportAsync(TwoCopies + "\nx,urn:dataset:videos,Oracle,US,us-ashburn-1,mirror,1,,,,\n");

        Assert.Equal((ImportState.Applied, 2, 1), (import.State, import.Counts.Accepted, import.Counts.Rejected));
        await using var context = bench.Database.CreateDbContext();
        var rejection = await context.ImportRejections.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((4, "role", "mirror"), (rejection.Line, rejection.Column, rejection.Value));
        Assert.Contains("is not one of", rejection.Reason);
    }

    [Fact]
    public async Task TooManyRejectedRows_RefuseTheWholeImport()
    {
        await using var bench = new ImportBench();
        var import = await bench.ImportAsync(TwoCopies + "\nx,urn:dataset:videos,Company,XX,virginia,replica,1,,,,\n");

        Assert.Equal(ImportState.Refused, import.State);
        Assert.Contains("1 of 3 rows were rejected", import.Refusal);
        Assert.Empty(await bench.CopiesAsync());
    }

    [Fact]
    public async Task DuplicateResourceId_TakesTheFirstAndRejectsTheSecond()
    {
        await using var bench = new ImportBench();
        await bench.AllowRejectedAsync(50);
        var import = await bench.ImportAsync(TwoCopies + "\nva/videos,urn:dataset:videos,Company,US,virginia,backup,7,,,,\n");

        Assert.Equal((2, 1), (import.Counts.Accepted, import.Counts.Rejected));
        Assert.Equal(CopyRole.Primary, (await bench.CopiesAsync()).Single(copy => copy.ResourceId == "va/videos").Role);
    }

    [Fact]
    public async Task EmptyCompleteInventory_SaysThatNothingIsLeft()
    {
        await using var bench = new ImportBench();
        await bench.ImportAsync(TwoCopies);
        bench.Clock.Now += TimeSpan.FromDays(1);
        var import = await bench.ImportAsync(ImportBench.Header);

        Assert.Equal((ImportState.Applied, 2), (import.State, import.Counts.Vanished));
        Assert.Contains(import.Notes, note => note.Contains("every copy of this source is gone"));
    }

    [Fact]
    public async Task EmptyPartialInventory_IsRefused()
    {
        await using var bench = new ImportBench();
        var import = await bench.ImportAsync(ImportBench.Header, isComplete: false);

        Assert.Equal(ImportState.Refused, import.State);
        Assert.Contains("no data rows", import.Refusal);
    }
}
