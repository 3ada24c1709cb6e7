using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Web.Features.Migration;
using Dashboard.Web.Features.Migration.Comparisons;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Ledger;

public sealed class RecordedMigrationTests : RecordedChange
{
    private static readonly ComparisonFacts Facts = new(
        ComparisonMethod.Sampled, 500, 0, ComparisonResult.Equal, Noon.AddDays(-1), "comparer 2.1", "https://evidence.example/1", null, "Nightly run");

    [Fact]
    public async Task Waves()
    {
        await Programme.SettleAsync(Token);
        var save = new SaveWave(Database, AsLead, Clock);
        var request = new SaveWaveRequest(null, 0, " Messages ", "Chats and mails", new(2026, 6, 1), null);

        await RefusesAsync<NotPermitted, Result<long>>(() => new SaveWave(Database, AsAdministrator, Clock).HandleAsync(request, Token));
        Assert.Equal(
            """
            wave.created of wave “Messages”
            Governance lead created the wave “Messages”.
            - description: nothing → Chats and mails
            - name: nothing → Messages
            - targetStart: nothing → 2026-06-01
            """,
            await TellAsync(Lead, null, () => save.HandleAsync(request, Token)));
        await RefusesAsync<WaveNameTaken, Result<long>>(() => save.HandleAsync(request, Token));
        await using var context = Database.CreateDbContext();
        var wave = await context.Waves.SingleAsync(Token);
        var revised = request with { Id = wave.Id, Version = wave.Version, Name = "Messages", TargetStart = new(2026, 7, 1), TargetCompletion = new(2026, 9, 1) };
        await RefusesAsync<StaleEdit, Result<long>>(() => save.HandleAsync(revised with { Version = 0 }, Token));
        Assert.Equal(
            """
            wave.revised of wave “Messages”
            Governance lead revised the wave “Messages”.
            - targetCompletion: nothing → 2026-09-01
            - targetStart: 2026-06-01 → 2026-07-01
            """,
            await TellAsync(Lead, LedgerSubjects.Of(wave), () => save.HandleAsync(revised, Token)));
        await ChangesNothingAsync(() => save.HandleAsync(revised with { Version = wave.Version + 1 }, Token));
    }

    [Fact]
    public async Task Moves()
    {
        var (first, second) = (Programme.Wave("First"), Programme.Wave("Second"));
        var (chat, mail, ads) = (Programme.Dataset("Chat", wave: first), Programme.Dataset("Mail", wave: first), Programme.Dataset("Ads"));
        await Programme.SettleAsync(Token);
        var move = new MoveDatasets(Database, AsLead, Clock);

        await RefusesAsync<DatasetsMovedMeanwhile, Result<int>>(() => move.HandleAsync(new([new(chat.Id, second.Id)], second.Id), Token));
        Assert.Equal(
            """
            wave.datasets-moved of wave “Second”
            Governance lead moved 3 datasets to the wave “Second”.
            - wave: First → Second
            - wave: nothing → Second
            about 1 × wave
            about 3 × dataset
            {'datasets':3,'from':[{'datasets':2,'wave':'First'},{'datasets':1,'wave':'no wave'}]}
            """,
            await TellAsync(Lead, LedgerSubjects.Of(second), () => move.HandleAsync(
            new([new(chat.Id, first.Id), new(mail.Id, first.Id), new(ads.Id, null)], second.Id), Token)));
        await ChangesNothingAsync(() => move.HandleAsync(new([new(chat.Id, second.Id)], second.Id), Token));
        Assert.Equal(
            """
            wave.datasets-moved of programme “”
            Governance lead took the dataset “Chat” out of its wave.
            - wave: Second → nothing
            about 1 × wave
            about 1 × dataset
            {'datasets':1,'from':[{'datasets':1,'wave':'Second'}]}
            """,
            await TellAsync(Lead, LedgerSubjects.Programme, () => move.HandleAsync(new([new(chat.Id, second.Id)], null), Token)));
    }

    [Fact]
    public async Task Comparisons()
    {
        var chat = Programme.Dataset("Chat");
        var inside = Programme.Copy(chat, Programme.Ashburn, fingerprint: null, resource: "in");
        var outside = Programme.Copy(chat, Programme.Virginia, CopyRole.Primary, fingerprint: null, resource: "out");
        await Programme.SettleAsync(Token);
        var request = new RecordComparisonRequest(chat.Id, inside.Id, Seen(inside), outside.Id, Seen(outside), Facts);
        var record = new RecordComparison(Database, AsLead, Clock, Notices);
        var revoke = new RevokeComparison(Database, AsLead, Clock, Notices);

        await RefusesAsync<ComparisonWithoutEvidence, Result<long>>(() => record.HandleAsync(request with { Facts = Facts with { EvidenceLink = null } }, Token));
        await RefusesAsync<ComparedCopyChangedMeanwhile, Result<long>>(() => record.HandleAsync(request with { InsideSeen = request.InsideSeen with { Bytes = 1 } }, Token));
        Assert.Equal(
            """
            dataset.comparison-recorded of dataset “Chat”
            Governance lead put on record that two copies of Chat were compared by comparer 2.1 and found equal.
            - comparedAt: nothing → 2026-05-19T12:00:00.000Z
            - comparedBy: nothing → comparer 2.1
            - evidenceLink: nothing → https://evidence.example/1
            - insideCopy: nothing → in at Oracle us-ashburn-1
            - method: nothing → Sampled
            - mismatches: nothing → 0
            - note: nothing → Nightly run
            - outsideCopy: nothing → out at The company Virginia
            - recordedAt: nothing → 2026-05-20T12:00:00.000Z
            - recordedBy: nothing → Governance lead
            - result: nothing → Equal
            - sampleSize: nothing → 500
            about 2 × copy “in” “out”
            {'datasetsMovedStage':1,'stageMoves':[{'datasets':1,'from':'copying','to':'verified'}]}
            """,
            await TellAsync(Lead, LedgerSubjects.Of(chat), () => record.HandleAsync(request, Token)));
        await using var context = Database.CreateDbContext();
        var id = await context.RecordedComparisons.Select(comparison => comparison.Id).SingleAsync(Token);
        await RefusesAsync<RevocationNeedsReason, Result>(() => revoke.HandleAsync(new(id, " "), Token));
        Assert.Equal(
            """
            dataset.comparison-revoked of dataset “Chat”
            Governance lead revoked a recorded comparison of two copies of Chat: The wrong run.
            - revocationReason: nothing → The wrong run.
            - revokedAt: nothing → 2026-05-20T12:00:00.000Z
            - revokedBy: nothing → Governance lead
            about 2 × copy “in” “out”
            {'datasetsMovedStage':1,'stageMoves':[{'datasets':1,'from':'verified','to':'copying'}]}
            """,
            await TellAsync(Lead, LedgerSubjects.Of(chat), () => revoke.HandleAsync(new(id, "The wrong run."), Token)));
        await RefusesAsync<ComparisonAlreadyRevoked, Result>(() => revoke.HandleAsync(new(id, "Again"), Token));
    }

    private static ComparedCopy Seen(Copy copy) => new(copy.ResourceId, "", copy.Bytes, copy.Records, copy.Fingerprint, copy.LastSeen);
}
