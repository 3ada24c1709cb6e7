using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Migration;
using Dashboard.Web.Features.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Migration;

public sealed class SaveWaveTests : SlicedProgramme
{
    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Reviewer)]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.DataSteward)]
    [InlineData(Roles.Administrator)]
    public async Task Handle_ByAnyoneExceptTheLead_IsRefused(Roles roles)
    {
        Assert.IsType<NotPermitted>((await Handler(roles).HandleAsync(New("Wave 1"), Token)).Refusal);
        await using var context = Database.CreateDbContext();
        Assert.Empty(context.Waves);
    }

    [Fact]
    public async Task Handle_ByALeadWithoutTheOversightCountry_IsRefused()
    {
        var abroad = Acting.As(Database, Programme.Member(Roles.GovernanceLead, country: "SG"), Clock);

        var saved = await new SaveWave(Database, abroad, Clock).HandleAsync(New("Wave 1"), Token);

        Assert.IsType<OutsideOversightCountry>(saved.Refusal);
    }

    [Fact]
    public async Task Handle_NewWave_HasItsFiguresOfToday()
    {
        var saved = await Handler().HandleAsync(New(" Wave 1 ") with { TargetCompletion = Programme.Today.AddDays(30) }, Token);

        await using var context = Database.CreateDbContext();
        var wave = await context.Waves.SingleAsync(Token);
        Assert.Equal((wave.Id, "Wave 1", Programme.Today.AddDays(30)), (saved.Value, wave.Name, wave.TargetCompletion));
        Assert.Equal(Programme.Today, (await context.DailyFigures.SingleAsync(figure => figure.WaveId == wave.Id, Token)).Day);
    }

    [Fact]
    public async Task Handle_NameOfAnotherWave_IsRefused()
    {
        Programme.Wave("Wave 1");
        var other = Programme.Wave("Wave 2");

        Assert.Equal(new WaveNameTaken("Wave 1"), (await Handler().HandleAsync(New(" Wave 1"), Token)).Refusal);
        Assert.Equal(
            new WaveNameTaken("Wave 1"),
            (await Handler().HandleAsync(New("Wave 1") with { Id = other.Id, Version = other.Version }, Token)).Refusal);
    }

    [Fact]
    public async Task Handle_WithTheSameName_IsSaved()
    {
        var wave = Programme.Wave("Wave 1");

        var saved = await Handler().HandleAsync(New("Wave 1") with { Id = wave.Id, Version = wave.Version, Description = "Messages" }, Token);

        Assert.True(saved.IsDone);
        await using var context = Database.CreateDbContext();
        Assert.Equal("Messages", (await context.Waves.SingleAsync(Token)).Description);
    }

    [Fact]
    public async Task Handle_StaleVersion_IsRefusedAndKeepsTheNewerText()
    {
        var wave = Programme.Wave("Wave 1");
        var edit = New("Wave 1") with { Id = wave.Id, Version = wave.Version };
        Assert.True((await Handler().HandleAsync(edit with { Description = "First" }, Token)).IsDone);

        Assert.IsType<StaleEdit>((await Handler().HandleAsync(edit with { Description = "Second" }, Token)).Refusal);
        await using var context = Database.CreateDbContext();
        Assert.Equal("First", (await context.Waves.SingleAsync(Token)).Description);
    }

    [Fact]
    public async Task Handle_MissingWave_IsRefused() =>
        Assert.IsType<NotFound>((await Handler().HandleAsync(New("Wave 1") with { Id = 99 }, Token)).Refusal);

    [Fact]
    public async Task Handle_EndBeforeStart_IsRefused() =>
        Assert.IsType<WaveEndsBeforeItStarts>((await Handler().HandleAsync(
            New("Wave 1") with { TargetStart = Programme.Today, TargetCompletion = Programme.Today.AddDays(-1) }, Token)).Refusal);

    private static SaveWaveRequest New(string name) => new(null, 0, name, "", null, null);

    private SaveWave Handler(Roles roles = Roles.GovernanceLead) => new(Database, As(roles), Clock);
}
