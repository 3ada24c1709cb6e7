using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Features.Migration;

namespace Dashboard.Slice.Tests.Migration;

public sealed class ListWavesTests : SlicedProgramme
{
    [Theory]
    [InlineData(Roles.Executive, true, false, false)]
    [InlineData(Roles.GovernanceLead, true, true, true)]
    [InlineData(Roles.Reviewer, true, true, false)]
    [InlineData(Roles.Auditor, true, true, false)]
    [InlineData(Roles.DataSteward, false, false, false)]
    [InlineData(Roles.Administrator, false, false, false)]
    public async Task Handle_ByRole_ShowsWavesAndOnlyPermittedActions(Roles roles, bool sees, bool opensDatasets, bool manages)
    {
        var answer = await Handler(roles).HandleAsync(Token);

        Assert.Equal(sees, answer.IsDone);
        if (sees)
            Assert.Equal((opensDatasets, manages), (answer.Value.MayOpenDatasets, answer.Value.MayManage));
    }

    [Fact]
    public async Task Handle_BeforeAnyImport_HasWavesWithoutProgress()
    {
        Programme.Wave("Wave 1");

        var answer = (await Handler().HandleAsync(Token)).Value;

        Assert.Null(answer.Programme);
        Assert.Equal(0, Assert.Single(answer.Waves).Progress.Datasets);
    }

    [Fact]
    public async Task Handle_Waves_AreSortedByDateWithUndatedOnesLast()
    {
        Programme.Wave("Undated");
        Programme.Wave("Late", completion: Programme.Today.AddDays(90));
        Programme.Wave("Early", completion: Programme.Today.AddDays(10));

        Assert.Equal(["Early", "Late", "Undated"], (await Handler().HandleAsync(Token)).Value.Waves.Select(wave => wave.Name));
    }

    [Fact]
    public async Task Handle_Progress_CountsDatasetsAndBytesSeparately()
    {
        var wave = Programme.Wave("Wave 1", completion: Programme.Today.AddDays(-1));
        var done = Programme.Wave("Done", completion: Programme.Today.AddDays(-1));
        var pivoted = Programme.Dataset("Chat", wave: wave);
        var behind = Programme.Dataset("Mail", wave: wave, declared: DeclaredStatus.Completed);
        var finished = Programme.Dataset("Clips", wave: done);
        var loose = Programme.Dataset("Logs", owner: null);
        Programme.Copy(pivoted, Programme.Ashburn, bytes: 100);
        Programme.Copy(behind, Programme.Virginia, bytes: 900);
        Programme.Copy(finished, Programme.Ashburn);
        Programme.Copy(loose, Programme.Nowhere);
        await Programme.SettleAsync(Token);

        var answer = (await Handler().HandleAsync(Token)).Value;

        var row = answer.Waves.Single(row => row.Id == wave.Id);
        Assert.Equal((2L, 1L, new Split(100, 900, 0)), (row.Progress.Datasets, row.Progress.Pivoted, row.Progress.Bytes));
        Assert.True(row.IsOverdue);
        Assert.False(answer.Waves.Single(row => row.Id == done.Id).IsOverdue);
        Assert.Equal((1L, 1L, 1L), (answer.WithoutWave, answer.Mismatched, answer.WithoutOwner));
        Assert.Equal(4, answer.Programme!.Datasets);
    }

    [Fact]
    public async Task GetWave_WithHistory_IsOldestFirst()
    {
        var wave = Programme.Wave("Wave 1");
        Programme.Day(2, wave, new Core.Summary.StageTotals(wave.Id, Stage.Copying, 1, 1, 0, 0, 5, 0, 0, 0, 0, 0, 0));
        Programme.Day(1, wave, new Core.Summary.StageTotals(wave.Id, Stage.Copying, 1, 1, 0, 0, 7, 0, 0, 0, 0, 0, 0));

        var answer = (await GetWave(Roles.Executive).HandleAsync(wave.Id, Token)).Value;

        Assert.Equal([5L, 7L], answer.History.Select(day => day.Bytes.Inside));
        Assert.Equal(7, answer.Wave.Progress.Bytes.Inside);
        Assert.False(answer.MayOpenDatasets);
        Assert.False(answer.MayManage);
    }

    [Fact]
    public async Task GetWave_Unknown_IsNotFound() => Assert.IsType<NotFound>((await GetWave(Roles.Auditor).HandleAsync(99, Token)).Refusal);

    [Fact]
    public async Task GetWave_ByASteward_IsRefused() =>
        Assert.IsType<NotPermitted>((await GetWave(Roles.DataSteward).HandleAsync(99, Token)).Refusal);

    private ListWaves Handler(Roles roles = Roles.GovernanceLead) => new(Database, As(roles), Acting.Programme, Clock);

    private GetWave GetWave(Roles roles) => new(Database, As(roles), Acting.Programme, Clock);
}
