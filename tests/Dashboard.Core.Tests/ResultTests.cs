namespace Dashboard.Core.Tests;

public sealed class ResultTests
{
    [Fact]
    public void Value_OfARefusal_Throws()
    {
        Result<int> refused = new NotFound("The wave");

        Assert.False(refused.IsDone);
        Assert.Throws<InvalidOperationException>(() => refused.Value);
    }

    [Fact]
    public void Value_OfSuccess_IsTheValue()
    {
        Result<int> seven = 7;

        Assert.True(seven.IsDone);
        Assert.Equal(7, seven.Value);
    }

    [Fact]
    public void Default_IsDone() => Assert.True(default(Result).IsDone);
}
