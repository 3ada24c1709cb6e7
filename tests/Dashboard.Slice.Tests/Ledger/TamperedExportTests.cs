using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Ledger;

/// <summary>
/// The test tampers with the database, exports the journal as the endpoint does, and runs the auditor's verifier. Each test names what the
/// auditor needs to detect the forgery. An intact ledger causes no findings.
/// </summary>
public sealed class TamperedExportTests : Pages.LedgerReading
{
    private const int Entries = 12;

    [Fact]
    public async Task IntactLedger_WithKeyAndEarlierCheckpoint_IsVerified()
    {
        var earlier = await FillAsync();

        AssertVerified(await ExportAsync(Entries, Bench.Keys.Signer.Key, earlier));
    }

    [Theory]
    [InlineData("UPDATE LedgerEntries SET Content = CAST(replace(CAST(Content AS TEXT), 'noted 4', 'noted 5') AS BLOB) WHERE Sequence = 6", 6, "Entry 6 was changed: entry 7 names a different hash for it.")]
    [InlineData("UPDATE LedgerEntries SET Content = CAST(replace(CAST(Content AS TEXT), '\"action\"', '\"Action\"') AS BLOB) WHERE Sequence = 6", 6, "Entry 6 was changed or damaged: ")]
    [InlineData("UPDATE LedgerEntries SET Content = CAST(replace(CAST(Content AS TEXT), 'noted 9', 'noted 8') AS BLOB) WHERE Sequence = 11", null, "The checkpoint of 12 entries does not match the entries before it. The chain is intact, so someone changed entry 11")]
    [InlineData("DELETE FROM LedgerSubjects WHERE Sequence = 6; DELETE FROM LedgerEntries WHERE Sequence = 6", 6, "Entry 6 ")]
    [InlineData(
        """
        CREATE TEMP TABLE Kept AS SELECT Sequence, Content FROM LedgerEntries WHERE Sequence IN (4, 6);
        UPDATE LedgerEntries SET Content = (SELECT Content FROM Kept WHERE Kept.Sequence = 10 - LedgerEntries.Sequence) WHERE Sequence IN (4, 6);
        """,
        4, "Entry 6 is in the place of entry 4.")]
    public async Task EntryChangedRemovedOrSwapped_IsNamed_WithoutKeyOrCheckpoint(string sql, int? entry, string expected)
    {
        await FillAsync();
        await Bench.TamperAsync(sql);

        var report = await ExportAsync(Entries);

        Assert.StartsWith(expected, report.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(entry, report.Problems[0].Entry);
    }

    /// <summary>Holds for every byte: of the text, the number, the hash of the previous entry, or the JSON syntax.</summary>
    [Fact]
    public async Task AnyByteOfAnEntry_Changed_IsDetected_AndTheEntryNamed()
    {
        await FillAsync();
        var content = (await Bench.EntriesAsync())[6].Content;
        foreach (var at in Enumerable.Range(0, content.Length))
        {
            content[at] ^= 1;
            await Bench.TamperAsync("UPDATE LedgerEntries SET Content = @content WHERE Sequence = 6", ("@content", content));
            content[at] ^= 1;

            var named = (await ExportAsync(Entries)).Problems.FirstOrDefault(problem => problem.Entry is not null);
            Assert.True(named?.Entry == 6, $"Byte {at}, {(char)content[at]}: {named?.Message}");
        }
    }

    [Fact]
    public async Task TailCutOff_IsDetected_OnlyByTheEarlierCheckpoint()
    {
        await FillAsync();
        var earlier = (await Bench.SignAsync()).Note;
        await CutOffAsync(7);

        AssertVerified(await ExportAsync(7, Bench.Keys.Signer.Key));
        Assert.Equal(
            "Your checkpoint of 12 entries covers more entries than this ledger has: 7. The ledger was rolled back, or this copy is older than your checkpoint.",
            Assert.Single((await ExportAsync(7, Bench.Keys.Signer.Key, earlier)).Problems).Message);

        await Bench.WithEntriesAsync(8);
        var size = (await Bench.SignAsync()).Size;
        AssertVerified(await ExportAsync(size, Bench.Keys.Signer.Key));
        Assert.Equal(
            "Your checkpoint of 12 entries covers different entries than the first 12 here: the ledger was rewritten.",
            Assert.Single((await ExportAsync(size, Bench.Keys.Signer.Key, earlier)).Problems).Message);
    }

    [SqliteFact("It restores a copy of the file.")]
    public async Task OlderDatabaseRestored_IsDetected_OnlyByTheEarlierCheckpoint()
    {
        await Bench.WithEntriesAsync(5);
        await Bench.SignAsync();
        var database = new SqliteConnectionStringBuilder(((SqliteTestDatabase)Bench.Database).ConnectionString).DataSource;
        var older = $"{database}.older";
        using (var connection = new SqliteConnection(((SqliteTestDatabase)Bench.Database).ConnectionString))
        {
            await connection.OpenAsync(Token);
            await using var copy = connection.CreateCommand();
            copy.CommandText = "VACUUM INTO $older";
            copy.Parameters.AddWithValue("$older", older);
            await copy.ExecuteNonQueryAsync(Token);
        }

        await Bench.WithEntriesAsync(5);
        var earlier = (await Bench.SignAsync()).Note;
        SqliteConnection.ClearAllPools();
        foreach (var suffix in new[] { "-wal", "-shm" })
            File.Delete(database + suffix);
        File.Move(older, database, overwrite: true);

        Assert.Null(await Bench.CheckAsync());
        AssertVerified(await ExportAsync(7, Bench.Keys.Signer.Key));
        Assert.StartsWith(
            "Your checkpoint of 12 entries covers more entries than this ledger has: 7. The ledger was rolled back",
            Assert.Single((await ExportAsync(7, Bench.Keys.Signer.Key, earlier)).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllRewritten_WithAnotherKey_AndEntry0Untouched_IsDetectedWithoutKeyOrCheckpoint()
    {
        var earlier = await FillAsync();
        var other = Other();
        await Bench.RewriteAsync(other, entry => entry.WithText("noted 4", "noted otherwise"));

        var expected = $"The checkpoint of 2 entries was signed by a key that this ledger never announced. It is signed by test.example/ledger (key {other.Signer.Key.IdText}).";
        Assert.Equal(expected, (await ExportAsync(Entries)).Problems[0].Message);
        Assert.Equal(expected, (await ExportAsync(Entries, other.Signer.Key)).Problems[0].Message);
        Assert.Contains((await ExportAsync(Entries, Bench.Keys.Signer.Key, earlier)).Problems, problem => problem.Kind is ProblemKind.Earlier);
    }

    [Fact]
    public async Task AllRewritten_WithAnotherKey_AndEntry0Too_IsDetectedOnlyByKeyOrEarlierCheckpoint()
    {
        var earlier = await FillAsync();
        var other = Other();
        await Bench.RewriteAsync(other, entry => entry.BegunUnder(other).WithText("noted 4", "noted otherwise"));

        Assert.Null(await Bench.CheckAsync());
        var blind = await ExportAsync(Entries);
        AssertVerified(blind);
        Assert.Contains(blind.Unproved, sentence => sentence.Contains("anyone could have written a whole ledger with a key of their own", StringComparison.Ordinal));
        Assert.Equal(
            $"This ledger is signed by test.example/ledger (key {other.Signer.Key.IdText}), but you trust only test.example/ledger (key {Bench.Keys.Signer.Key.IdText}). Someone else wrote or rewrote it.",
            Assert.Single((await ExportAsync(Entries, Bench.Keys.Signer.Key)).Problems).Message);
        var compared = (await ExportAsync(Entries, null, earlier)).Problems;
        Assert.StartsWith("Your checkpoint of 7 entries cannot be trusted, or this ledger was rewritten with another key. ", compared[0].Message, StringComparison.Ordinal);
        Assert.EndsWith("covers different entries than the first 7 here: the ledger was rewritten.", compared[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllRewritten_WithTheLedgersOwnKey_IsDetectedOnlyByTheEarlierCheckpoint()
    {
        var earlier = await FillAsync();
        await Bench.RewriteAsync(Bench.Keys, entry => entry.WithText("noted 4", "noted otherwise"));

        AssertVerified(await ExportAsync(Entries, Bench.Keys.Signer.Key));
        Assert.Equal(
            "Your checkpoint of 7 entries covers different entries than the first 7 here: the ledger was rewritten.",
            Assert.Single((await ExportAsync(Entries, Bench.Keys.Signer.Key, earlier)).Problems).Message);
    }

    [Fact]
    public async Task LedgerCheck_ReportsTheSame_AndExitsWithOne()
    {
        var earlier = await FillAsync();
        Assert.Equal((0, ""), await CheckAsync(Entries, Bench.Keys.Signer.Key, earlier));
        await Bench.RewriteAsync(Bench.Keys, entry => entry.WithText("noted 4", "noted otherwise"));
        Assert.Equal((0, ""), await CheckAsync(Entries));
        Assert.Equal(
            (1, "Your checkpoint of 7 entries covers different entries than the first 7 here: the ledger was rewritten."),
            await CheckAsync(Entries, earlier: earlier));
        await Bench.TamperAsync("UPDATE LedgerEntries SET Content = CAST(replace(CAST(Content AS TEXT), 'noted 3', 'noted 5') AS BLOB) WHERE Sequence = 5");
        Assert.Equal((1, "Entry 5 was changed: entry 6 names a different hash for it."), await CheckAsync(Entries));
    }

    private static void AssertVerified(VerificationReport report)
    {
        Assert.Empty(report.Problems);
        Assert.Empty(report.Warnings);
    }

    private static LedgerKeys Other() => new("test.example/ledger", NoteSigner.Generate("test.example/ledger"));

    /// <summary>Appends entries up to 12, with checkpoints after the 2nd, 7th and 12th. Returns the checkpoint of 7 entries.</summary>
    private async Task<string> FillAsync()
    {
        await Bench.SignAsync();
        await Bench.WithEntriesAsync(5);
        var earlier = (await Bench.SignAsync()).Note;
        for (var number = 5; number < 10; number++)
            await Bench.AppendAsync($"noted {number}");
        Assert.Equal(Entries, (await Bench.SignAsync()).Size);
        return earlier;
    }

    private async Task<VerificationReport> ExportAsync(long size, NoteKey? key = null, string? earlier = null)
    {
        using var journal = new MemoryStream(await ReadAsync(new(size)));
        return await JournalVerifier.VerifyAsync(journal, new() { Keys = key is null ? [] : [key], Earlier = earlier }, Token);
    }

    /// <summary>Removes all entries, nodes and checkpoints beyond this size, and restores the head of that time.</summary>
    private async Task CutOffAsync(long size)
    {
        var range = new CompactRange();
        var kept = (await Bench.EntriesAsync()).Where(entry => entry.Sequence < size).ToList();
        foreach (var entry in kept)
            range.Append(MerkleHash.From(entry.Hash));
        await using var context = Bench.Database.CreateDbContext();
        var checkpoint = await context.LedgerCheckpoints.AsNoTracking().SingleAsync(signed => signed.Size == size, Token);
        await Bench.TamperAsync($"DELETE FROM LedgerSubjects WHERE Sequence >= {size}; DELETE FROM LedgerEntries WHERE Sequence >= {size}; DELETE FROM LedgerCheckpoints WHERE Size > {size}");
        foreach (var number in await context.LedgerNodes.Select(node => node.Number).ToListAsync(Token))
        {
            if (LastLeafOf(number) >= size)
                await Bench.TamperAsync("DELETE FROM LedgerNodes WHERE Number = @number", ("@number", number));
        }

        await Bench.TamperAsync(
            "UPDATE LedgerHead SET Size = @size, Range = @range, LastHash = @last, Position = @position",
            ("@size", size), ("@range", range.ToBytes()), ("@last", kept[^1].Hash), ("@position", checkpoint.Position + checkpoint.ToLine().Length));
        Assert.Null(await Bench.CheckAsync());
    }

    /// <summary>The last leaf under the node with this in-order number.</summary>
    private static long LastLeafOf(long number) => (number + (1L << System.Numerics.BitOperations.TrailingZeroCount(~number)) - 1) / 2;

    private async Task<(int Exit, string FirstError)> CheckAsync(long size, NoteKey? key = null, string? earlier = null) =>
        await LedgerCheckProcess.RunAsync(await ReadAsync(new(size)), key, earlier, Token);
}
