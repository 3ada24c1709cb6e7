using Dashboard.Core;
using Dashboard.SqlServer;
using Dashboard.Testing;
using Dashboard.Web.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Concurrency;

public sealed class ErrorMeaningTests
{
    [Theory]
    [InlineData(1205, DatabaseTrouble.Conflict)]
    [InlineData(3960, DatabaseTrouble.Conflict)]
    [InlineData(2601, DatabaseTrouble.Conflict)]
    [InlineData(2627, DatabaseTrouble.Conflict)]
    [InlineData(-2, DatabaseTrouble.Busy)]
    [InlineData(1222, DatabaseTrouble.Busy)]
    [InlineData(10054, DatabaseTrouble.Away)]
    [InlineData(40613, DatabaseTrouble.Away)]
    [InlineData(3906, DatabaseTrouble.Away)]
    [InlineData(547, DatabaseTrouble.Other)]
    [InlineData(208, DatabaseTrouble.Other)]
    [InlineData(2628, DatabaseTrouble.Other)]
    public void SqlServerNumber_HasItsMeaning(int number, DatabaseTrouble meaning) => Assert.Equal(meaning, SqlServerErrors.MeaningOf(number));

    [Theory]
    [InlineData(5, 5, DatabaseTrouble.Busy)]
    [InlineData(5, 517, DatabaseTrouble.Conflict)]
    [InlineData(19, 2067, DatabaseTrouble.Conflict)]
    [InlineData(19, 787, DatabaseTrouble.Other)]
    [InlineData(10, 266, DatabaseTrouble.Away)]
    [InlineData(11, 11, DatabaseTrouble.Other)]
    public void SqliteCode_HasItsMeaning_AlsoWrapped(int code, int extended, DatabaseTrouble meaning) =>
        Assert.Equal(meaning, DatabaseErrors.MeaningOf(new InvalidOperationException("wrapped", new DbUpdateException("wrapped", new SqliteException("", code, extended)))));

    [Fact]
    public void OtherExceptions_SayNothingAboutTheDatabase()
    {
        Assert.Equal(DatabaseTrouble.Other, DatabaseErrors.MeaningOf(new InvalidOperationException("a bug")));
        Assert.Equal(DatabaseTrouble.Other, DatabaseErrors.MeaningOf(null));
        // Doing it again could do it twice.
        Assert.Equal(DatabaseTrouble.Other, DatabaseErrors.MeaningOf(new Core.Ledger.CommitUncertainException(new ConnectionDropped())));
    }

    /// <summary>Time limits are in one place, so that no statement of an import ends by itself and no page hangs.</summary>
    [Fact]
    public void TimeLimits_AreSetInOnePlace()
    {
        var settings = Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !file.EndsWith("TimeLimits.cs", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Select(line => (file, line)))
            .Where(one => one.line.Contains("CommandTimeout", StringComparison.Ordinal) || one.line.Contains("BulkCopyTimeout", StringComparison.Ordinal) || one.line.Contains("DefaultTimeout", StringComparison.Ordinal))
            .Where(one => !one.line.Contains("TimeLimits.", StringComparison.Ordinal));

        Assert.Empty(settings);
    }
}
