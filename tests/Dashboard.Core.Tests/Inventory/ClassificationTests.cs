using Dashboard.Core.Inventory;

namespace Dashboard.Core.Tests.Inventory;

public sealed class ClassificationTests
{
    [Fact]
    public void Defaults_UnclassifiedAndProtected_MustBeInside() =>
        Assert.Equal(
            ["Protected", "Unclassified"],
            Classification.Defaults().Where(c => c.MustBeInside).Select(c => c.Name));

    [Theory]
    [InlineData("", typeof(ClassificationNameInvalid))]
    [InlineData("   ", typeof(ClassificationNameInvalid))]
    public void Create_WithoutName_IsRefused(string name, Type refusal) =>
        Assert.IsType(refusal, Classification.Create(name, "", mustBeInside: true).Refusal);

    [Fact]
    public void Create_NameOfSixtyCharacters_IsTheLongestAllowed()
    {
        Assert.True(Classification.Create(new string('n', 60), "", mustBeInside: true).IsDone);
        Assert.IsType<ClassificationNameInvalid>(Classification.Create(new string('n', 61), "", mustBeInside: true).Refusal);
    }

    [Fact]
    public void Create_DescriptionLongerThanItsColumn_IsRefused() =>
        Assert.IsType<TextTooLong>(Classification.Create("Sealed", new string('d', 501), mustBeInside: true).Refusal);

    [Theory]
    [InlineData("Unclassified", false)]
    [InlineData("Whatever", true)]
    public void Revise_Unclassified_KeepsItsNameAndItsProtection(string name, bool mustBeInside)
    {
        var unclassified = Classification.Defaults().Single(c => c.IsUnclassified);

        Assert.IsType<UnclassifiedStaysProtected>(unclassified.Revise(name, "", mustBeInside).Refusal);
        Assert.True(unclassified.MustBeInside);
        Assert.True(unclassified.IsUnclassified);
    }

    [Fact]
    public void Revise_UnclassifiedsDescription_IsAllowed()
    {
        var unclassified = Classification.Defaults().Single(c => c.IsUnclassified);

        Assert.True(unclassified.Revise("Unclassified", " Waiting for its owner. ", mustBeInside: true).IsDone);
        Assert.Equal("Waiting for its owner.", unclassified.Description);
    }
}
