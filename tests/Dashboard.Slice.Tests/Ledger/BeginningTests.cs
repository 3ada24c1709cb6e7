using Dashboard.Core.Ledger;
using Dashboard.Ledger;

namespace Dashboard.Slice.Tests.Ledger;

public sealed class BeginningTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entry0_AnnouncesTheKey_AndStartsTheProgramme()
    {
        using var bench = await new LedgerBench().BegunAsync();
        await bench.BegunAsync();

        var entries = await bench.EntriesAsync();
        Assert.Equal([KeyEntries.Begun, LedgerActions.ProgrammePrepared], entries.Select(entry => entry.Action));
        var (key, origin) = KeyEntries.ParseBegun(EntryContent.Parse(entries[0].Content));
        Assert.Equal((bench.Keys.Signer.Key, bench.Keys.Origin), (key, origin));
    }

    [Fact]
    public async Task AnotherKey_Unconfirmed_IsRefused()
    {
        using var bench = await new LedgerBench().BegunAsync();
        var other = bench.Keys with { Signer = NoteSigner.Generate(bench.Keys.Origin) };
        await using var context = bench.Database.CreateDbContext();

        var refused = await LedgerBeginning.EnsureAsync(context, other, null, bench.Clock, Token);
        var refusal = Assert.IsType<LedgerKeyDiffers>(refused.Refusal);
        Assert.Equal((bench.Keys.Signer.Key.IdText, other.Signer.Key.IdText), (refusal.Announced, refusal.Configured));
        Assert.Equal(2, (await bench.EntriesAsync()).Count);
    }

    [Fact]
    public async Task Rotation_Confirmed_IsAnEntry_AndTheFormerKeySignsToo()
    {
        using var bench = await new LedgerBench().BegunAsync();
        await bench.SignAsync();
        var rotated = bench.Keys with { Signer = NoteSigner.Generate(bench.Keys.Origin), Former = bench.Keys.Signer };
        await using (var context = bench.Database.CreateDbContext())
            Assert.True((await LedgerBeginning.EnsureAsync(context, rotated, bench.Keys.Signer.Key.IdText, bench.Clock, Token)).IsDone);

        var checkpoint = await bench.SignAsync(rotated);
        Assert.Equal(
            [rotated.Signer.Key, bench.Keys.Signer.Key],
            SignedNote.Parse(checkpoint.Note).Verify([rotated.Signer.Key, bench.Keys.Signer.Key]));
        await using var after = bench.Database.CreateDbContext();
        Assert.Equal([bench.Keys.Signer.Key, rotated.Signer.Key], await LedgerBeginning.AnnouncedAsync(after, Token));
        Assert.Null(await bench.CheckAsync());
    }

    [Fact]
    public async Task Checkpoint_SignedOnlyByTheFormerKeyAfterARotation_IsDetected()
    {
        using var bench = await new LedgerBench().BegunAsync();
        var rotated = bench.Keys with { Signer = NoteSigner.Generate(bench.Keys.Origin) };
        await using (var context = bench.Database.CreateDbContext())
            Assert.True((await LedgerBeginning.EnsureAsync(context, rotated, bench.Keys.Signer.Key.IdText, bench.Clock, Token)).IsDone);
        await bench.SignAsync(bench.Keys);

        Assert.Contains("no longer in force", (await bench.CheckAsync())!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checkpoint_OfTheSameSize_IsSignedOnce_AndVerifies()
    {
        using var bench = await new LedgerBench().BegunAsync();
        var first = await bench.SignAsync();
        bench.Clock.Now += TimeSpan.FromMinutes(5);
        var again = await bench.SignAsync();

        Assert.Equal((first.SignedAt, first.Note), (again.SignedAt, again.Note));
        var note = SignedNote.Parse(first.Note);
        Assert.Equal([bench.Keys.Signer.Key], note.Verify([bench.Keys.Signer.Key]));
        Assert.Equal(2, Checkpoint.Parse(note.Text).Size);
        await using var context = bench.Database.CreateDbContext();
        Assert.False(await context.HasUnsignedAsync(Token));
        await bench.AppendAsync("something new");
        Assert.True(await context.HasUnsignedAsync(Token));
    }
}
