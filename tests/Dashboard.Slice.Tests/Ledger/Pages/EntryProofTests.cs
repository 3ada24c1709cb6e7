using System.Diagnostics;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Features.Ledger;
using Dashboard.Web.Features.Ledger.Checkpoints;
using Dashboard.Web.Features.Ledger.Entries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dashboard.Slice.Tests.Ledger.Pages;

public sealed class EntryProofTests : LedgerReading
{
    [Fact]
    public async Task Entry_ShowsItsSentence_AndIsProvedForTheNewestCheckpointThatCoversIt()
    {
        await Bench.WithEntriesAsync(4);
        var first = await Bench.SignAsync();
        await Bench.WithEntriesAsync(3);
        var newest = await Bench.SignAsync();

        var entry = (await Get().HandleAsync(new(3), Token)).Value;
        Assert.Equal(("Dana Reyes noted 1.", "GovernanceLead", null as string), (entry.Sentence, entry.Actor.Role, entry.Problem));
        Assert.Equal([newest.Size, first.Size], entry.Checkpoints.Select(checkpoint => checkpoint.Size));
        Assert.Equal(newest.Size, entry.Proof!.Size);
        Assert.Equal(first.Size, (await Get().HandleAsync(new(3, first.Size), Token)).Value.Proof!.Size);
        Assert.Equal(newest.Size, (await Get().HandleAsync(new(3, 5), Token)).Value.Proof!.Size);
        Assert.True(entry.HasNext);

        await Bench.WithEntriesAsync(1);
        var last = (await Get().HandleAsync(new(9), Token)).Value;
        Assert.Equal((null, false), (last.Proof, last.HasNext));
    }

    [Fact]
    public async Task ProofFile_OfEveryEntryForEveryCheckpoint_VerifiesWithTheLibrary()
    {
        var sizes = new List<long>();
        for (var round = 0; round < 6; round++)
            sizes.Add((await (await Bench.WithEntriesAsync(3)).SignAsync()).Size);
        var entries = await Bench.EntriesAsync();
        var prove = new ProveEntry(Bench.Database, As(Roles.Auditor));

        foreach (var size in sizes)
        {
            for (var sequence = 0; sequence < size; sequence++)
            {
                var file = InclusionProofFile.Parse((await prove.HandleAsync(new(sequence, size), Token)).Value.Text);
                var note = SignedNote.Parse(file.CheckpointNote);
                Assert.Equal([Bench.Keys.Signer.Key], note.Verify([Bench.Keys.Signer.Key]));
                Assert.True(file.Proves(entries[sequence].Content, Checkpoint.Parse(note.Text)));
                Assert.Equal(entries[sequence].Content, file.Entry);
            }
        }

        Assert.Equal(sizes[^1], (await prove.HandleAsync(new(0), Token)).Value.CheckpointSize);
    }

    [Fact]
    public async Task Proof_OfAMissingOrUncoveredEntry_IsRefused()
    {
        var prove = new ProveEntry(Bench.Database, As(Roles.Auditor));
        Assert.IsType<NothingSignedYet>((await prove.HandleAsync(new(0), Token)).Refusal);
        var checkpoint = await Bench.SignAsync();
        await Bench.WithEntriesAsync(1);

        Assert.Equal(new EntryNotFound(99), (await prove.HandleAsync(new(99), Token)).Refusal);
        Assert.Equal(new EntryNotFound(-1), (await prove.HandleAsync(new(-1), Token)).Refusal);
        Assert.Equal(new CheckpointNotFound(77), (await prove.HandleAsync(new(0, 77), Token)).Refusal);
        Assert.Equal(new NotCoveredYet(2), (await prove.HandleAsync(new(2, checkpoint.Size), Token)).Refusal);
        Assert.Equal(new NotCoveredYet(2), (await prove.HandleAsync(new(2), Token)).Refusal);
        await Bench.WithEntriesAsync(3);
        await Bench.SignAsync();
        await Bench.TamperAsync("DELETE FROM LedgerNodes");
        Assert.IsType<StoredHashMissing>((await prove.HandleAsync(new(5), Token)).Refusal);
        Assert.Null((await Get().HandleAsync(new(5), Token)).Value.Proof!.Path);
    }

    [Fact]
    public async Task Proof_OfOneEntryAmongThousands_ReadsRowsInProportionToTheTreesHeight()
    {
        await FillAsync(5000);
        await Bench.SignAsync();
        using var rows = new RowCount();

        await using var context = Bench.Database.CreateDbContext();
        rows.Of(context);
        var path = await context.ProveAsync(ProofPlan.Inclusion(2718, 5002), Token);

        Assert.Equal(13, path.Count);
        // The path itself and the perfect subtrees of the incomplete right edge.
        Assert.InRange(rows.Rows, 13, 26);
        Assert.InRange(rows.Commands, 1, 2);
    }

    [Theory]
    [InlineData("UPDATE LedgerEntries SET Content = CAST(replace(CAST(Content AS TEXT), 'noted 1', 'noted 9') AS BLOB) WHERE Sequence = 3", "do not match the hash")]
    [InlineData("UPDATE LedgerEntries SET Content = CAST('{}' AS BLOB) WHERE Sequence = 3", "cannot be read")]
    [InlineData("UPDATE LedgerEntries SET Sentence = 'Nothing.' WHERE Sequence = 3", "do not match the entry itself")]
    public async Task Entry_TamperedWith_SaysSo(string sql, string expected)
    {
        await Bench.WithEntriesAsync(3);
        await Bench.SignAsync();
        await Bench.TamperAsync(sql);

        Assert.Contains(expected, (await Get().HandleAsync(new(3), Token)).Value.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reviewer_ReadsEntriesOfBatchesOnly()
    {
        await AppendAsync("ada", "wave.created", new LedgerSubject("wave", "1"));
        await AppendAsync("ada", "wave.revised", new LedgerSubject("wave", "1"), new LedgerSubject(LedgerSubjects.BatchKind, "1"));
        await Bench.SignAsync();
        var reviewer = As(Roles.Reviewer);

        Assert.IsType<EntryOfNoBatch>((await new GetEntry(Bench.Database, reviewer).HandleAsync(new(2), Token)).Refusal);
        Assert.IsType<EntryOfNoBatch>((await new OpenEntry(Bench.Database, reviewer).HandleAsync(2, Token)).Refusal);
        Assert.IsType<EntryOfNoBatch>((await new ProveEntry(Bench.Database, reviewer).HandleAsync(new(2), Token)).Refusal);
        Assert.True((await new GetEntry(Bench.Database, reviewer).HandleAsync(new(3), Token)).IsDone);
        Assert.True((await new OpenEntry(Bench.Database, reviewer).HandleAsync(3, Token)).IsDone);
        Assert.True((await new ProveEntry(Bench.Database, reviewer).HandleAsync(new(3), Token)).IsDone);
        Assert.True((await new OpenCheckpoint(Bench.Database, reviewer).HandleAsync(4, Token)).IsDone);
    }

    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.DataSteward)]
    [InlineData(Roles.Administrator)]
    public async Task AnyRequest_WithoutPermission_IsRefused(Roles roles)
    {
        await Bench.SignAsync();
        var access = As(roles);
        Assert.IsType<NotPermitted>((await new GetEntry(Bench.Database, access).HandleAsync(new(0), Token)).Refusal);
        Assert.IsType<NotPermitted>((await new OpenEntry(Bench.Database, access).HandleAsync(0, Token)).Refusal);
        Assert.IsType<NotPermitted>((await new ProveEntry(Bench.Database, access).HandleAsync(new(0), Token)).Refusal);
        Assert.IsType<NotPermitted>((await new OpenCheckpoint(Bench.Database, access).HandleAsync(2, Token)).Refusal);
        Assert.IsType<NotPermitted>((await new ListCheckpoints(Bench.Database, access).HandleAsync(new(), Token)).Refusal);
        Assert.IsType<NotPermitted>((await new ProveGrowth(Bench.Database, access).HandleAsync(new(1, 2), Token)).Refusal);
        Assert.IsType<NotPermitted>((await Journal(roles).HandleAsync(new(2), Token)).Refusal);
        Assert.IsType<NotPermitted>((await Export(roles).HandleAsync(new(), Token)).Refusal);
    }

    private GetEntry Get() => new(Bench.Database, As(Roles.Auditor));

    private async Task FillAsync(int count)
    {
        await using var context = Bench.Database.CreateDbContext();
        await using var change = await context.BeginChangeAsync(LedgerBench.Dana, Bench.Clock, Token);
        await change.CommitAsync([.. Enumerable.Range(0, count).Select(number => new LedgerDraft("test.noted", new LedgerSubject("note", $"{number}"), $"noted {number}"))], Token);
    }

    /// <summary>Counts the rows that one context reads, from Entity Framework's own diagnostics.</summary>
    private sealed class RowCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<IDisposable> listening = [];
        private DbContext? context;

        public RowCount() => listening.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public int Rows { get; private set; }

        public int Commands { get; private set; }

        public void Of(DbContext counted) => context = counted;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                listening.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is not DataReaderDisposingEventData read || !ReferenceEquals(read.Context, context))
                return;
            Rows += read.ReadCount;
            Commands++;
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => listening.ForEach(one => one.Dispose());
    }
}
