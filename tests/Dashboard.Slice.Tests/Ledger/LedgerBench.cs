using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Ledger;

/// <summary>A database with a ledger, and shortcuts to change something in it.</summary>
internal sealed class LedgerBench : IDisposable
{
    public static readonly LedgerActor Dana = new("lead-1", "Dana Reyes", "GovernanceLead", "USDS", "US");

    public LedgerBench(TestProvider provider = TestProvider.Sqlite) => Database = ITestDatabase.Open(provider);

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
        await change.CommitAsync(new LedgerDraft("test.noted", new LedgerSubject("note", sentence), sentence), Token);
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

    /// <summary>Changes rows as someone with the database's password could.</summary>
    public async Task TamperAsync(string sql, params (string Name, object Value)[] values)
    {
        var settings = new SqliteConnectionStringBuilder(((SqliteTestDatabase)Database).ConnectionString) { ForeignKeys = false };
        await using var connection = new SqliteConnection(settings.ToString());
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Each statement is a literal of a test.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync(Token));
    }
}
