using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Features.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Migration;

public sealed class MoveDatasetsTests : SlicedProgramme
{
    private readonly Wave first;
    private readonly Wave second;
    private readonly Dataset chat;
    private readonly Dataset mail;

    public MoveDatasetsTests()
    {
        (first, second) = (Programme.Wave("Wave 1"), Programme.Wave("Wave 2"));
        (chat, mail) = (Programme.Dataset("Chat", wave: first), Programme.Dataset("Mail"));
        Programme.Copy(chat, Programme.Virginia, CopyRole.Primary, bytes: 300);
        Programme.Copy(mail, Programme.Ashburn, CopyRole.Primary, bytes: 200);
    }

    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Reviewer)]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.DataSteward)]
    [InlineData(Roles.Administrator)]
    public async Task Handle_ByAnyoneExceptTheLead_IsRefused(Roles roles) =>
        Assert.IsType<NotPermitted>((await Handler(roles).HandleAsync(new([new(chat.Id, first.Id)], second.Id), Token)).Refusal);

    [Fact]
    public async Task Handle_TwoDatasets_MovesThemAndTheFiguresOfToday()
    {
        await Programme.SettleAsync(Token);

        var moved = await Handler().HandleAsync(new([new(chat.Id, first.Id), new(mail.Id, null)], second.Id), Token);

        Assert.Equal(2, moved.Value);
        await using var context = Database.CreateDbContext();
        var figures = await context.DailyFigures.AsNoTracking().ToListAsync(Token);
        Assert.Equal(0, figures.Single(figure => figure.WaveId == first.Id).Datasets);
        var after = figures.Single(figure => figure.WaveId == second.Id);
        Assert.Equal((2L, 200L, 300L, 1L), (after.Datasets, after.BytesInside, after.BytesOutside, after.Pivoted));
        Assert.Equal(2, figures.Single(figure => figure.WaveId == null).Datasets);
    }

    [Fact]
    public async Task Handle_RemovalFromAllWaves_IsAllowed()
    {
        await Programme.SettleAsync(Token);

        Assert.True((await Handler().HandleAsync(new([new(chat.Id, first.Id)], null), Token)).IsDone);
        await using var context = Database.CreateDbContext();
        Assert.Null((await context.Datasets.SingleAsync(dataset => dataset.Id == chat.Id, Token)).WaveId);
    }

    [Fact]
    public async Task Handle_WhenOneDatasetHasMoved_MovesNone()
    {
        await Programme.SettleAsync(Token);

        var moved = await Handler().HandleAsync(new([new(chat.Id, second.Id), new(mail.Id, null)], second.Id), Token);

        Assert.Equal(new DatasetsMovedMeanwhile(1), moved.Refusal);
        await using var context = Database.CreateDbContext();
        Assert.Null((await context.Datasets.SingleAsync(dataset => dataset.Id == mail.Id, Token)).WaveId);
    }

    [Fact]
    public async Task Handle_MissingDataset_IsRefused() =>
        Assert.Equal(new DatasetsMovedMeanwhile(1), (await Handler().HandleAsync(new([new(99, null)], second.Id), Token)).Refusal);

    [Fact]
    public async Task Handle_MissingWave_IsRefused() =>
        Assert.IsType<NotFound>((await Handler().HandleAsync(new([new(chat.Id, first.Id)], 99), Token)).Refusal);

    [Fact]
    public async Task Handle_NoneOrTooMany_IsRefused()
    {
        Assert.IsType<NoDatasetChosen>((await Handler().HandleAsync(new([], second.Id), Token)).Refusal);
        DatasetInWave[] many = [.. Enumerable.Range(1, MoveDatasets.Limit + 1).Select(id => new DatasetInWave(id, null))];
        Assert.IsType<TooManyDatasets>((await Handler().HandleAsync(new(many, second.Id), Token)).Refusal);
    }

    private MoveDatasets Handler(Roles roles = Roles.GovernanceLead) => new(Database, As(roles), Clock);
}
