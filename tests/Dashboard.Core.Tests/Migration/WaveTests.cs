using Dashboard.Core.Migration;

namespace Dashboard.Core.Tests.Migration;

public sealed class WaveTests
{
    [Fact]
    public void Create_WithoutDates_IsAllowed()
    {
        var wave = Wave.Create(" Wave 1 ", " Messages ", null, null).Value;

        Assert.Equal(("Wave 1", "Messages"), (wave.Name, wave.Description));
        Assert.Null(wave.TargetCompletion);
    }

    [Fact]
    public void Create_NameEmptyOrTooLong_IsRefused()
    {
        Assert.IsType<WaveNameInvalid>(Wave.Create(" ", "", null, null).Refusal);
        Assert.IsType<WaveNameInvalid>(Wave.Create(new string('n', 81), "", null, null).Refusal);
        Assert.True(Wave.Create(new string('n', 80), "", null, null).IsDone);
    }

    [Fact]
    public void Create_DescriptionLongerThanItsColumn_IsRefused() =>
        Assert.IsType<TextTooLong>(Wave.Create("Wave 1", new string('d', 1001), null, null).Refusal);

    [Fact]
    public void Create_CompletionBeforeStart_IsRefused() =>
        Assert.IsType<WaveEndsBeforeItStarts>(Wave.Create("Wave 1", "", Days.Today, Days.Today.AddDays(-1)).Refusal);

    [Fact]
    public void Revise_Refused_ChangesNothing()
    {
        var wave = Wave.Create("Wave 1", "", Days.Today, null).Value;

        Assert.False(wave.Revise("", "x", null, null).IsDone);
        Assert.Equal(("Wave 1", "", Days.Today), (wave.Name, wave.Description, wave.TargetStart));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(null, false)]
    public void IsOverdue_TargetDayItself_IsNotOverdue(int? targetInDays, bool expected)
    {
        var target = targetInDays is { } days ? Days.Today.AddDays(days) : (DateOnly?)null;

        Assert.Equal(expected, Wave.IsOverdue(target, Days.Today, isComplete: false));
        Assert.False(Wave.IsOverdue(target, Days.Today, isComplete: true));
    }
}
