namespace Dashboard.Pdf.Tests;

public sealed class ArchitectureTests
{
    private static readonly string[] Allowed = ["System.", "SkiaSharp", "HarfBuzzSharp"];

    [Fact]
    public void Assembly_ReferencesNeitherDatabaseNorWeb()
    {
        var names = typeof(PdfFile).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!).ToList();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(Allowed.Any(allowed => name.StartsWith(allowed, StringComparison.Ordinal)), $"Dashboard.Pdf references {name}."));
    }
}
