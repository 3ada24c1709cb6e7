using System.Runtime.CompilerServices;
using Xunit;

namespace Dashboard.Testing;

/// <summary>A theory about SQLite itself. Where the tests run on SQL Server it is skipped, with this reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqliteTheoryAttribute : TheoryAttribute
{
    /// <param name="because">What of SQLite the test is about, such as "It reads SQLite's query plans."</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="line">Set by the compiler.</param>
    public SqliteTheoryAttribute(string because, [CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => (Because, Skip) = (because, TestProvider.IsSqlServer ? $"About SQLite only. {because}" : null);

    public string Because { get; }
}
