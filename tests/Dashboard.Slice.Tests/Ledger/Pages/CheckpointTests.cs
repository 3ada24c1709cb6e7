using Dashboard.Core.Administration;
using Dashboard.Ledger;
using Dashboard.Web.Features.Ledger;
using Dashboard.Web.Features.Ledger.Checkpoints;
using Dashboard.Web.Features.Ledger.Signing;
using Microsoft.Extensions.Options;

namespace Dashboard.Slice.Tests.Ledger.Pages;

public sealed class CheckpointTests : LedgerReading
{
    [Fact]
    public async Task List_ForwardsAndBackwards_HasEveryCheckpointOnce()
    {
        for (var number = 0; number < 120; number++)
            await (await Bench.WithEntriesAsync(1)).SignAsync();
        var list = new ListCheckpoints(Bench.Database, As(Roles.Auditor));
        var pages = new List<CheckpointsAnswer> { (await list.HandleAsync(new(), Token)).Value };
        while (pages[^1].HasOlder)
            pages.Add((await list.HandleAsync(new(OlderThan: pages[^1].Rows[^1].Size), Token)).Value);

        Assert.Equal(Enumerable.Range(3, 120).Select(size => (long)size).Reverse(), pages.SelectMany(page => page.Rows).Select(row => row.Size));
        for (var page = pages.Count - 1; page > 0; page--)
            Assert.Equal(pages[page - 1].Rows, (await list.HandleAsync(new(NewerThan: pages[page].Rows[0].Size), Token)).Value.Rows);
    }

    [Fact]
    public async Task Growth_BetweenAnyTwoCheckpoints_VerifiesWithTheLibrary()
    {
        var checkpoints = new List<Checkpoint>();
        for (var round = 1; round < 6; round++)
            checkpoints.Add(Checkpoint.Parse(SignedNote.Parse((await (await Bench.WithEntriesAsync(round)).SignAsync()).Note).Text));
        var prove = new ProveGrowth(Bench.Database, As(Roles.Auditor));

        for (var newer = 1; newer < checkpoints.Count; newer++)
        {
            for (var older = 0; older < newer; older++)
            {
                var file = ConsistencyProofFile.Parse((await prove.HandleAsync(new(checkpoints[older].Size, checkpoints[newer].Size), Token)).Value.Text);
                Assert.True(file.Proves(checkpoints[older], checkpoints[newer]));
                Assert.Equal(checkpoints[newer], Checkpoint.Parse(SignedNote.Parse(file.CheckpointNote).Text));
            }
        }

        Assert.Equal(checkpoints[^1].Size, (await prove.HandleAsync(new(checkpoints[0].Size, null), Token)).Value.Newer);
    }

    [Fact]
    public async Task Growth_BetweenUnsignedSizes_IsRefused()
    {
        await Bench.SignAsync();
        await (await Bench.WithEntriesAsync(3)).SignAsync();
        var prove = new ProveGrowth(Bench.Database, As(Roles.Auditor));

        Assert.Equal(new CheckpointNotFound(3), (await prove.HandleAsync(new(3, 5), Token)).Refusal);
        Assert.Equal(new CheckpointNotFound(4), (await prove.HandleAsync(new(2, 4), Token)).Refusal);
        Assert.Equal(new CheckpointsInWrongOrder(5, 2), (await prove.HandleAsync(new(5, 2), Token)).Refusal);
        Assert.Equal(new CheckpointsInWrongOrder(5, 5), (await prove.HandleAsync(new(5, null), Token)).Refusal);
        Assert.Equal(new CheckpointNotFound(-1), (await prove.HandleAsync(new(-1, null), Token)).Refusal);
    }

    [Fact]
    public async Task State_NamesTheKeys_AndSaysWhenTheirEntryWasChanged()
    {
        var get = new GetLedgerState(Bench.Database, As(Roles.Auditor), Options.Create(new LedgerSettings { CheckpointSeconds = 60 }));
        var checkpoint = await Bench.SignAsync();

        var state = (await get.HandleAsync(Token)).Value;
        Assert.Equal((2L, checkpoint.Size, checkpoint.KeyId), (state.Size, state.Newest!.Size, state.Newest.KeyId));
        Assert.Equal([Bench.Keys.Signer.Key.ToString()], state.Keys);

        await Bench.TamperAsync("UPDATE LedgerEntries SET Content = CAST('{}' AS BLOB) WHERE Sequence = 0");
        state = (await get.HandleAsync(Token)).Value;
        Assert.Empty(state.Keys);
        Assert.Contains("has been altered", state.KeysProblem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Note_IsIdenticalToTheSignedOne()
    {
        var checkpoint = await Bench.SignAsync();
        var open = new OpenCheckpoint(Bench.Database, As(Roles.GovernanceLead));

        Assert.Equal(checkpoint.Note, (await open.HandleAsync(checkpoint.Size, Token)).Value);
        Assert.Equal(new CheckpointNotFound(1), (await open.HandleAsync(1, Token)).Refusal);
    }
}
