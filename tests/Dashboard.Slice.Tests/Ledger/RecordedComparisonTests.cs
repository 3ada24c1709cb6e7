using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Web.Features.Migration.Comparisons;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Ledger;

public sealed class RecordedComparisonTests : RecordedChange
{
    private static readonly ComparisonFacts Facts = new(
        ComparisonMethod.Sampled, 500, 0, ComparisonResult.Equal, Noon.AddDays(-1), "comparer 2.1", "https://evidence.example/1", null, "Nightly run");

    [Fact]
    public async Task Comparison_RecordedAndRevoked_IsRecorded()
    {
        var chat = Programme.Dataset("Chat");
        var inside = Programme.Copy(chat, Programme.Ashburn, fingerprint: null, resource: "in");
        var outside = Programme.Copy(chat, Programme.Virginia, CopyRole.Primary, fingerprint: null, resource: "out");
        await Programme.SettleAsync(Token);
        var request = new RecordComparisonRequest(chat.Id, inside.Id, Seen(inside), outside.Id, Seen(outside), Facts);
        var record = new RecordComparison(Database, AsLead, Clock);
        var revoke = new RevokeComparison(Database, AsLead, Clock);

        await RefusesAsync<ComparisonWithoutEvidence, Result<long>>(() => record.HandleAsync(request with { Facts = Facts with { EvidenceLink = null } }, Token));
        await RefusesAsync<ComparedCopyChangedMeanwhile, Result<long>>(() => record.HandleAsync(request with { InsideSeen = request.InsideSeen with { Bytes = 1 } }, Token));
        Assert.Equal(
            """
            dataset.comparison-recorded of dataset “Chat”
            Governance lead recorded a comparison of two copies of Chat by comparer 2.1, with the result “equal”.
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
            await RecordedTextAsync(Lead, LedgerSubjects.Of(chat), () => record.HandleAsync(request, Token)));
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
            await RecordedTextAsync(Lead, LedgerSubjects.Of(chat), () => revoke.HandleAsync(new(id, "The wrong run."), Token)));
        await RefusesAsync<ComparisonAlreadyRevoked, Result>(() => revoke.HandleAsync(new(id, "Again"), Token));
    }

    private static ComparedCopy Seen(Copy copy) => new(copy.ResourceId, "", copy.Bytes, copy.Records, copy.Fingerprint, copy.LastSeen);
}
