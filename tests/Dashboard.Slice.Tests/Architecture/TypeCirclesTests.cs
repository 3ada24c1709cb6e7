namespace Dashboard.Slice.Tests.Architecture;

public sealed class TypeCirclesTests
{
    /// <summary>Types in a larger circle cannot be understood, tested or moved separately.</summary>
    private const int LargestCircle = 5;

    private static readonly TypeGraph Graph = new(Directory.GetFiles(Path.GetDirectoryName(typeof(Program).Assembly.Location)!, "Dashboard.*.dll")
        .Where(path => !Path.GetFileName(path).Contains("Test", StringComparison.Ordinal) && !path.EndsWith("SchemaCheck.dll", StringComparison.Ordinal)));

    [Fact]
    public void Circles_OfTheProduct_AreSmall()
    {
        Assert.InRange(Graph.Count, 500, 5000);
        Assert.All(Graph.Circles(), circle => Assert.True(
            circle.Count <= LargestCircle,
            $"{circle.Count} types refer to each other in a circle. Break it:\n{string.Join("\n", circle.Select(type => $"  {type} → {string.Join(", ", Graph.Of(type).Intersect(circle))}"))}"));
    }

    /// <summary>Shows that the check can find a circle.</summary>
    [Fact]
    public void Circles_OfTwoTypesThatReferToEachOther_AreFound() =>
        Assert.Contains(Graph.Circles(), circle => circle.Contains("Dashboard.Core.Imports.Import") && circle.Contains("Dashboard.Core.Imports.Source"));
}
