using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Web.Features.Imports;
using Dashboard.Web.Shell;

namespace Dashboard.Slice.Tests.Imports.Handlers;

/// <summary>Confirming and cancelling.</summary>
public sealed class DecideImportTests : ImportHandlerTest
{
    [Fact]
    public async Task Confirm_OfAPreview_QueuesItToBeApplied()
    {
        var id = await PreviewedAsync(TwoCopies);
        var confirmed = await Confirm(Roles.DataSteward).HandleAsync(new(id, (await FindAsync(id)).Version), Token);

        Assert.Null(confirmed.Refusal);
        Assert.Equal(ImportState.Applying, (await FindAsync(id)).State);
    }

    [Fact]
    public async Task Confirm_ByAnAuditor_IsRefused()
    {
        var id = await PreviewedAsync(TwoCopies);
        var confirmed = await Confirm(Roles.Auditor).HandleAsync(new(id, (await FindAsync(id)).Version), Token);

        Assert.IsType<NotPermitted>(confirmed.Refusal);
        Assert.Equal(ImportState.AwaitingConfirmation, (await FindAsync(id)).State);
    }

    [Fact]
    public async Task Confirm_OfAPreviewThatChanged_IsRefused()
    {
        var id = await PreviewedAsync(TwoCopies);
        var confirmed = await Confirm().HandleAsync(new(id, (await FindAsync(id)).Version - 1), Token);

        Assert.IsType<ImportChangedMeanwhile>(confirmed.Refusal);
        Assert.Equal(ImportState.AwaitingConfirmation, (await FindAsync(id)).State);
    }

    [Fact]
    public async Task Confirm_Twice_IsRefusedTheSecondTime()
    {
        var id = await AppliedAsync(TwoCopies);

        Assert.IsType<ImportNotAwaitingConfirmation>((await Confirm().HandleAsync(new(id, (await FindAsync(id)).Version), Token)).Refusal);
    }

    [Fact]
    public async Task Confirm_OfAMissingImport_IsRefused() => Assert.IsType<ImportNotFound>((await Confirm().HandleAsync(new(999, 1), Token)).Refusal);

    [Fact]
    public async Task Confirm_AfterAnotherImportOfTheSource_ComparesAgain()
    {
        var id = await PreviewedAsync(TwoCopies);
        Assert.Equal(2, (await FindAsync(id)).Counts.New);
        await AppliedAsync(TwoCopies.Replace(",100,", ",101,", StringComparison.Ordinal));

        var confirmed = await Confirm().HandleAsync(new(id, (await FindAsync(id)).Version), Token);
        Assert.Equal(new ImportOvertaken(Source.Name), confirmed.Refusal);
        Assert.Equal(ImportState.Received, (await FindAsync(id)).State);

        await Runner.PreviewAsync(id, new(0, 0), Token);
        var shown = (await Get().HandleAsync(id, Token)).Value;
        Assert.Equal((true, 0L, 2L), (shown.IsComparedAgain, shown.Counts.New, shown.Counts.Changed));
        Assert.Null((await Confirm().HandleAsync(new(id, shown.Version), Token)).Refusal);
        await Runner.ApplyAsync(id, new(0, 0), Token);
        Assert.Equal(ImportState.Applied, (await FindAsync(id)).State);
    }

    [Fact]
    public async Task Confirm_AfterAnImportOfAnotherSource_Applies()
    {
        var id = await PreviewedAsync(TwoCopies);
        Programme.Source("other");

        Assert.Null((await Confirm().HandleAsync(new(id, (await FindAsync(id)).Version), Token)).Refusal);
    }

    /// <summary>Both are confirmed before either is applied: the second needs a new confirmation.</summary>
    [Fact]
    public async Task Apply_AfterAnotherImportOfTheSource_ComparesAgain()
    {
        var (first, second) = (await PreviewedAsync(TwoCopies), await PreviewedAsync(TwoCopies.Replace(",100,", ",101,", StringComparison.Ordinal)));
        foreach (var id in new[] { first, second })
            Assert.Null((await Confirm().HandleAsync(new(id, (await FindAsync(id)).Version), Token)).Refusal);
        await Runner.ApplyAsync(first, new(0, 0), Token);
        await Runner.ApplyAsync(second, new(0, 0), Token);

        var overtaken = await FindAsync(second);
        Assert.Equal((ImportState.Received, true), (overtaken.State, overtaken.IsComparedAgain));
        await using var context = Database.CreateDbContext();
        Assert.All(context.Copies, copy => Assert.Equal(100, copy.Bytes));
    }

    [Fact]
    public async Task Cancel_OfAPreview_ChangesNothingAndKeepsItsFiles()
    {
        var id = await PreviewedAsync(TwoCopies);

        Assert.Null((await Cancel().HandleAsync(id, Token)).Refusal);
        var import = await FindAsync(id);
        Assert.Equal((ImportState.Cancelled, Noon), (import.State, import.FinishedAt));
        Assert.Single(StoredFolders);
        await using var context = Database.CreateDbContext();
        Assert.Empty(context.Copies);
    }

    [Fact]
    public async Task Cancel_OfARunningImport_StopsReading()
    {
        var id = await ReceivedAsync(TwoCopies);
        using var stop = new CancellationTokenSource();
        Running.Add(id, new(0, 0), stop);

        Assert.Null((await Cancel().HandleAsync(id, Token)).Refusal);
        Assert.True(stop.IsCancellationRequested);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Runner.PreviewAsync(id, new(0, 0), stop.Token));
        Assert.Equal(ImportState.Cancelled, (await FindAsync(id)).State);
    }

    [Fact]
    public async Task Cancel_OfAnImportThatIsBeingApplied_IsRefusedAndDoesNotStopIt()
    {
        var id = await PreviewedAsync(TwoCopies);
        await Confirm().HandleAsync(new(id, (await FindAsync(id)).Version), Token);
        using var stop = new CancellationTokenSource();
        Running.Add(id, new(0, 0), stop);

        Assert.IsType<ImportCannotBeCancelled>((await Cancel().HandleAsync(id, Token)).Refusal);
        Assert.False(stop.IsCancellationRequested);
    }

    [Fact]
    public async Task Cancel_ByAnAuditor_IsRefused()
    {
        var id = await PreviewedAsync(TwoCopies);

        Assert.IsType<NotPermitted>((await Cancel(Roles.Auditor).HandleAsync(id, Token)).Refusal);
    }

    [Fact]
    public async Task Cancel_OfAMissingImport_IsRefused() => Assert.IsType<ImportNotFound>((await Cancel().HandleAsync(999, Token)).Refusal);
}
