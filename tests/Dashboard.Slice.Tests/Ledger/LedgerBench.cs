using System.Security.Cryptography;
using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Ledger;

/// <summary>A database with a ledger, and shortcuts to change something in it.</summary>
internal sealed class LedgerBench : IDisposable
{
    public static readonly LedgerActor Dana = new("lead-1", "Dana Reyes", "GovernanceLead", "USDS", "US");

    public LedgerBench() => Database = ITestDatabase.Open();

    public ITestDatabase Database { get; }

    public SetClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public LedgerKeys Keys { get; } = new("test.example/ledger", NoteSigner.Generate("test.example/ledger"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Database.Dispose();

    public async Task<LedgerBench> BegunAsync()
    {
        await using var context = Database.CreateDbContext();
        Assert.True((await LedgerBeginning.EnsureAsync(context, Keys, null, Clock, Token)).IsDone);
        return this;
    }

    /// <summary>Appends entries, each in its own change.</summary>
    public async Task<LedgerBench> WithEntriesAsync(int count)
    {
        for (var entry = 0; entry < count; entry++)
            await AppendAsync($"noted {entry}");
        return this;
    }

    public async Task AppendAsync(string sentence)
    {
        Clock.Now += TimeSpan.FromSeconds(1);
        await using var context = Database.CreateDbContext();
        await using var change = await context.BeginChangeAsync(Dana, Clock, Token);
        await change.CommitAsync(new LedgerDraft("test.noted", new LedgerSubject("note", sentence[..Math.Min(40, sentence.Length)]), sentence), Token);
    }

    public async Task<LedgerCheckpoint> SignAsync(LedgerKeys? keys = null)
    {
        await using var context = Database.CreateDbContext();
        return (await context.SignAsync(keys ?? Keys, Clock, Token))!;
    }

    public async Task<LedgerProblem?> CheckAsync(Checkpoint? kept = null)
    {
        await using var context = Database.CreateDbContext();
        return await new LedgerSelfCheck(kept).CheckAsync(context, Token);
    }

    public async Task<List<LedgerEntry>> EntriesAsync()
    {
        await using var context = Database.CreateDbContext();
        return await context.LedgerEntries.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync(Token);
    }

    /// <summary>Changes rows as someone with the database's password could. The statements are SQLite's, translated for SQL Server.</summary>
    public async Task TamperAsync(string sql, params (string Name, object Value)[] values)
    {
        if (Database is SqlServerTestDatabase server && (sql.Contains("DELETE FROM LedgerEntries", StringComparison.Ordinal) || sql.Contains("SET Sequence", StringComparison.Ordinal)))
            server.DropForeignKeysTo("LedgerEntries");
        await using var connection = Database.Connect();
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Each statement is a literal of a test.
        command.CommandText = TestProvider.IsSqlServer ? TransactSql(sql) : sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        Assert.NotEqual(0, await command.ExecuteNonQueryAsync(Token));
    }

    private static string TransactSql(string sql) => sql
        .Replace(" AS TEXT)", " AS varchar(max))", StringComparison.Ordinal)
        .Replace(" AS BLOB)", " AS varbinary(max))", StringComparison.Ordinal)
        .Replace("randomblob(32)", $"0x{Convert.ToHexString(RandomNumberGenerator.GetBytes(32))}", StringComparison.Ordinal)
        .Replace("CREATE TEMP TABLE Kept AS SELECT Sequence, Content", "SELECT Sequence, Content INTO #Kept", StringComparison.Ordinal)
        .Replace("FROM Kept WHERE Kept.", "FROM #Kept WHERE #Kept.", StringComparison.Ordinal)
        .Replace("x''", "0x", StringComparison.Ordinal);
}
