using System.Diagnostics;
using System.Text.Json;
using Dashboard.SchemaCheck;
using Dashboard.SqlServer;
using Dashboard.Testing.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.SqlServer;

/// <summary>
/// Compiles statements as stored procedures of our schema with SQL Server's schema compiler. It checks syntax, tables and columns, but not
/// functions and types, and runs nothing.
/// </summary>
internal static class SchemaCompiler
{
    /// <summary>Every error and warning, with its statement.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(IReadOnlyList<SqlStatement> statements, CancellationToken cancellationToken)
    {
        var procedures = statements.Select((statement, number) =>
            $"CREATE PROCEDURE [dbo].[{Name(number)}] {string.Join(", ", statement.Parameters)} AS\nBEGIN\n{statement.Text};\nEND").ToList();
        var problems = await AskAsync(new(Schema(), procedures), cancellationToken);
        return [.. problems.Select(problem => problem + Enumerable.Range(0, procedures.Count)
            .Where(number => problem.Contains(Name(number), StringComparison.Ordinal))
            .Select(number => "\n" + statements[number].Text).FirstOrDefault())];
    }

    private static string Name(int number) => $"Statement{number:00000}";

    private static string[] Schema()
    {
        using var context = NoServer.Open([]);
        // Initial rows are not part of the schema.
        var batches = context.Database.GenerateCreateScript().Split("\nGO").Where(batch => !batch.Contains("INSERT INTO [", StringComparison.Ordinal));
        return [.. batches, .. SqlServerMirror.Translated(StagingSql.Create).Split(';'), StagingSql.CreateRows];
    }

    private static async Task<IReadOnlyList<string>> AskAsync(Question question, CancellationToken cancellationToken)
    {
        using var compiler = Process.Start(new ProcessStartInfo("dotnet", [typeof(Question).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = compiler.StandardError.ReadToEndAsync(cancellationToken);
        await JsonSerializer.SerializeAsync(compiler.StandardInput.BaseStream, question, cancellationToken: cancellationToken);
        compiler.StandardInput.Close();
        var answer = await compiler.StandardOutput.ReadToEndAsync(cancellationToken);
        await compiler.WaitForExitAsync(cancellationToken);
        Assert.True(compiler.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<string[]>(answer)!;
    }
}
