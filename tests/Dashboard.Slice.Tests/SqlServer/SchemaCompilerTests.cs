using Dashboard.Testing.SqlServer;

namespace Dashboard.Slice.Tests.SqlServer;

/// <summary>The check finds errors, and only errors.</summary>
public sealed class SchemaCompilerTests
{
    [Fact]
    public async Task Problems_OfGoodStatements_AreNone() => Assert.Empty(await ProblemsAsync(
        "SELECT [c].[Bytes] FROM [Copies] AS [c] WHERE [c].[Id] = @id",
        """UPDATE StagedCopies SET "Change" = 1 FROM "Copies" AS c WHERE c."Id" = StagedCopies."CopyId" """,
        "DELETE FROM [c] FROM [Copies] AS [c] WHERE [c].[Bytes] = 1"));

    [Fact]
    public async Task Problems_OfBadStatements_NameWhatDoesNotExist()
    {
        string[] bad =
        [
            "SELECT [c].[Weight1] FROM [Copies] AS [c]",
            "SELECT COUNT(*) FROM [Copies] AS [c] WHERE EXISTS (SELECT 1 FROM [Datasets] AS [d] WHERE [d].[Id] = [c].[Weight2])",
            "SELECT [c].[Id] FROM [Weight3] AS [c]",
            """UPDATE StagedCopies SET "Weight4" = 1""",
            "DELETE FROM [c] FROM [Copies] AS [c] WHERE [c].[Weight5] = 1",
            "INSERT INTO [Waves] ([Weight6]) VALUES (N'')",
            "SELECT [Id] FROM [Copies] LIMIT 7",
        ];

        var problems = await ProblemsAsync(bad);

        Assert.All(bad[..6], (statement, index) => Assert.Contains(
            problems, problem => problem.StartsWith("SQL7150", StringComparison.Ordinal) && problem.Split('\n')[0].Contains($"Weight{index + 1}", StringComparison.Ordinal)));
        Assert.Contains(problems, problem => problem.Contains("Incorrect syntax", StringComparison.Ordinal) && problem.Contains("LIMIT 7", StringComparison.Ordinal));
    }

    private static Task<IReadOnlyList<string>> ProblemsAsync(params string[] statements) =>
        SchemaCompiler.ProblemsAsync(Array.ConvertAll(statements, text => new SqlStatement(text, ["@id bigint"])), TestContext.Current.CancellationToken);
}
