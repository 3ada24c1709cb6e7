using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Web.Features.Imports.List;
using Dashboard.Web.Features.Imports.Review;
using Dashboard.Web.Features.Imports.Run;

namespace Dashboard.Slice.Tests.Imports.Handlers;

/// <summary>The queries behind the import pages.</summary>
public sealed class ShowImportsTests : ImportHandlerTest
{
    [Fact]
    public async Task List_ShowsTheNewestFirst_WithItsSource()
    {
        var first = await AppliedAsync(TwoCopies);
        var second = await PreviewedAsync(TwoCopies);
        var answer = await List().HandleAsync(new(), Token);

        Assert.Equal([second, first], answer.Value.Rows.Select(row => row.Id).Where(id => id >= first));
        Assert.Equal((ImportState.AwaitingConfirmation, Source.Name, 2L), (answer.Value.Rows[0].State, answer.Value.Rows[0].Source, answer.Value.Rows[0].Counts.Rows));
        Assert.True(answer.Value.MayRun);
    }

    [Fact]
    public async Task List_OfSeveralPages_GoesForwardsAndBackwards()
    {
        for (var number = 0; number < ListImports.PageSize + 5; number++)
            Programme.Import(Source, Noon, ImportCounts.Zero);
        var all = ListImports.PageSize + 5 + 1; // The builder's inventory has reported once already.
        var first = (await List().HandleAsync(new(), Token)).Value;
        var second = (await List().HandleAsync(new(OlderThan: first.Rows[^1].Id), Token)).Value;
        var back = (await List().HandleAsync(new(NewerThan: second.Rows[0].Id), Token)).Value;

        Assert.Equal((ListImports.PageSize, true, false, all), (first.Rows.Count, first.HasOlder, first.HasNewer, first.Count));
        Assert.Equal((all - ListImports.PageSize, false, true), (second.Rows.Count, second.HasOlder, second.HasNewer));
        Assert.Equal(first.Rows.Select(row => row.Id), back.Rows.Select(row => row.Id));
        Assert.Equal((true, false), (back.HasOlder, back.HasNewer));
    }

    [Fact]
    public async Task List_FilteredBySourceAndState_ShowsMatches()
    {
        var other = Programme.Source("other", never: true);
        var id = await PreviewedAsync(TwoCopies);

        Assert.Equal([id], (await List().HandleAsync(new(Source.Id, ImportState.AwaitingConfirmation), Token)).Value.Rows.Select(row => row.Id));
        Assert.Empty((await List().HandleAsync(new(other.Id), Token)).Value.Rows);
    }

    [Fact]
    public async Task List_ForAnExecutive_IsRefused() => Assert.IsType<NotPermitted>((await List(Roles.Executive).HandleAsync(new(), Token)).Refusal);

    [Fact]
    public async Task Get_OfAPreview_ReturnsEverything()
    {
        var id = await PreviewedAsync(TwoCopies);
        var details = (await Get().HandleAsync(id, Token)).Value;

        Assert.Equal((ImportState.AwaitingConfirmation, 2L, 1, 64), (details.State, details.Counts.New, details.Files.Count, details.Sha256.Length));
        Assert.Equal("va/videos", details.Sample.Rows[0][0]);
        Assert.NotEmpty(details.Notes);
        Assert.Equal((true, true, true, true), (details.MayRun, details.MayExport, details.MayDownloadFiles, details.SeesAllDatasets));
    }

    [Fact]
    public async Task Get_WhileRunning_ReturnsTheProgress()
    {
        await ReceivedAsync(TwoCopies);
        var id = await ReceivedAsync(TwoCopies);
        var progress = new ImportProgress(1000, Clock.GetTimestamp()) { Phase = ImportPhase.Reading, Rows = 7, Rejected = 2 };
        progress.BytesRead(400);
        using var stop = new CancellationTokenSource();
        Running.Add(id, progress, stop);
        var details = (await Get().HandleAsync(id, Token)).Value;

        Assert.Equal((true, 7L, 2L, 400L, 1000L), (details.Activity!.IsReading, details.Activity.Rows, details.Activity.Rejected, details.Activity.Bytes, details.Activity.TotalBytes));
        Assert.Equal(1, details.Ahead);
    }

    [Theory]
    [InlineData(Roles.Auditor, false, true, true, true)]
    [InlineData(Roles.DataSteward, true, true, false, true)]
    [InlineData(Roles.Administrator, false, false, false, false)]
    public async Task Get_SaysWhatTheRoleMayDo(Roles role, bool run, bool export, bool files, bool datasets)
    {
        var id = await PreviewedAsync(TwoCopies);
        var details = (await Get(role, "Messages").HandleAsync(id, Token)).Value;

        Assert.Equal((run, export, files, datasets), (details.MayRun, details.MayExport, details.MayDownloadFiles, details.MaySeeDatasets));
    }

    [Fact]
    public async Task Get_OfSomethingMissing_IsRefused() => Assert.IsType<ImportNotFound>((await Get().HandleAsync(999, Token)).Refusal);

    [Fact]
    public async Task Get_ByAReviewer_IsRefused() => Assert.IsType<NotPermitted>((await Get(Roles.Reviewer).HandleAsync(1, Token)).Refusal);

    [Fact]
    public async Task Rejections_AreInFileOrder_PageByPage()
    {
        var id = await PreviewedAsync(ImportBench.Header + string.Concat(Enumerable.Range(1, 60).Select(n => $"x{n},urn:dataset:a,Company,XX,va,replica,1,,,,\n")));
        var list = new ListRejections(Database, As(Roles.Auditor));
        var first = (await list.HandleAsync(new(id), Token)).Value;
        var second = (await list.HandleAsync(new(id, After: first.Rows[^1].Id), Token)).Value;
        var back = (await list.HandleAsync(new(id, Before: second.Rows[0].Id), Token)).Value;

        Assert.Equal((2L, "country", "XX", true, false), (first.Rows[0].Line, first.Rows[0].Column, first.Rows[0].Value, first.HasNext, first.HasPrevious));
        Assert.Equal((10, 61L, false, true), (second.Rows.Count, second.Rows[^1].Line, second.HasNext, second.HasPrevious));
        Assert.Equal(first.Rows, back.Rows);
    }

    [Fact]
    public async Task Rejections_ForAnExecutive_AreRefused() =>
        Assert.IsType<NotPermitted>((await new ListRejections(Database, As(Roles.Executive)).HandleAsync(new(1), Token)).Refusal);

    [Fact]
    public async Task Changes_NameTheDatasetAndItsStage()
    {
        var id = await AppliedAsync(TwoCopies);
        var row = Assert.Single((await Changes(Roles.GovernanceLead).HandleAsync(new(id), Token)).Value.Rows);

        Assert.Equal(("videos", 2L, 0L), (row.Dataset, row.New, row.Vanished));
        Assert.Null(row.StageBefore);
        Assert.NotNull(row.StageAfter);
    }

    [Fact]
    public async Task Changes_ForAStewardOfOtherSystems_AreHidden()
    {
        var id = await AppliedAsync(TwoCopies);

        Assert.Empty((await Changes(Roles.DataSteward, "Messages").HandleAsync(new(id), Token)).Value.Rows);
    }

    [Fact]
    public async Task Changes_ForAnAdministrator_AreRefused() =>
        Assert.IsType<NotPermitted>((await Changes(Roles.Administrator).HandleAsync(new(1), Token)).Refusal);

    private ListImports List(Roles roles = Roles.GovernanceLead) => new(Database, As(roles), Acting.Programme);

    private ListImportChanges Changes(Roles roles, params string[] systems) => new(Database, As(roles, systems), Acting.Programme);
}
