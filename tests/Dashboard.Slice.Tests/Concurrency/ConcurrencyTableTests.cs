using System.Text.RegularExpressions;
using Dashboard.Testing;

namespace Dashboard.Slice.Tests.Concurrency;

/// <summary>The table in <c>concurrency.md</c> names every class that writes to the database, and no other.</summary>
public sealed partial class ConcurrencyTableTests
{
    private static readonly string Sources = Path.Combine(RepositoryFolder.Path, "src");

    [Fact]
    public void EveryClassThatWrites_IsInTheTable()
    {
        var listed = Listed();
        var writing = Files().Where(file => Writing().IsMatch(File.ReadAllText(file))).Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(writing);
        Assert.Empty(writing.Except(listed).Select(name => $"{name} writes to the database: say in src/docs/concurrency.md what it reads before and what protects that."));
        Assert.Empty(listed.Except(writing).Select(name => $"{name} is in the table of src/docs/concurrency.md, but writes nothing."));
    }

    /// <summary>A use case that changes something is done again when the database disturbs it, unless it says here why not.</summary>
    [Fact]
    public void EveryUseCaseThatChangesSomething_IsRetriedAsAWhole()
    {
        string[] elsewhere =
        [
            "BatchGates", // Inside EvaluateBatch and AdvanceBatches, which decide nothing with it and come again.
        ];
        var once = Files().Where(file => file.Contains($"{Path.DirectorySeparatorChar}Dashboard.Web{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file), Text: File.ReadAllText(file)))
            .Where(one => Changing().IsMatch(one.Text) && !Retried().IsMatch(one.Text))
            .Select(one => one.Name);

        Assert.Empty(once.Except(elsewhere, StringComparer.Ordinal));
    }

    private static readonly string[] Projects = ["Dashboard.Core", "Dashboard.Web"];

    private static IEnumerable<string> Files() => Projects
        .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Sources, project), "*.cs", SearchOption.AllDirectories))
        .Where(file => !Skipped().IsMatch(file));

    private static HashSet<string> Listed()
    {
        var text = File.ReadAllText(Path.Combine(Sources, "docs", "concurrency.md"));
        var table = text[text.IndexOf("## Every read-then-write", StringComparison.Ordinal)..text.IndexOf("Not in the database", StringComparison.Ordinal)];
        return table.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Named().Matches(line.Split('|')[1]).Select(match => match.Groups["name"].Value))
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The demo fills an empty database before anyone can use it.</summary>
    [GeneratedRegex(@"[\\/](obj|bin|Demo)[\\/]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Skipped();

    [GeneratedRegex(@"\bSaveChanges(Async)?\(|ExecuteUpdateAsync\(|ExecuteDeleteAsync\(|ExecuteSql(Raw)?Async\(|BeginChangeAsync\(|BeginLongChangeAsync\(|BeginTurnAsync\(|\.RecordAsync\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Writing();

    [GeneratedRegex(@"BeginChangeAsync\(|BeginLongChangeAsync\(|BeginTurnAsync\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Changing();

    [GeneratedRegex(@"contexts\.(RetryAsync|RepeatAsync)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Retried();

    [GeneratedRegex("`(?<name>[A-Za-z]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
