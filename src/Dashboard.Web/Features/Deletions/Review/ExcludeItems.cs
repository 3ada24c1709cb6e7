using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Deletions.Decisions;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Review;

internal sealed record ExcludeItemsRequest(long BatchId, IReadOnlyCollection<long> Numbers, string Reason);

/// <summary>Excludes items from a batch in review. Earlier approvals become void, because they covered a different manifest.</summary>
internal sealed class ExcludeItems(BatchDecisions decisions)
{
    public const int Most = 1000;

    public Task<Result> HandleAsync(ExcludeItemsRequest request, CancellationToken cancellationToken) => decisions.DecideAsync(
        Permission.ReviewDeletions, request.BatchId, decision => ExcludeAsync(decision, request, cancellationToken), cancellationToken);

    private static async Task<Result<LedgerDraft>> ExcludeAsync(BatchDecision decision, ExcludeItemsRequest request, CancellationToken cancellationToken)
    {
        var (context, batch, member, positions, now) = decision;
        if (batch.MayReview(member).Refusal is { } notNow)
            return notNow;
        var numbers = request.Numbers.Distinct().ToArray();
        if (numbers.Length is 0 or > Most)
            return new ItemNotFound(numbers.FirstOrDefault());
        var items = context.ItemsOf(batch).ToDelete().Where(item => numbers.Contains(item.Number));
        var found = await items.Select(item => item.Number).ToListAsync(cancellationToken);
        if (numbers.Except(found).Cast<long?>().FirstOrDefault() is { } missing)
            return new ItemNotFound(missing);
        if (batch.Exclude(member, numbers.Length, request.Reason, now).Refusal is { } refusal)
            return refusal;
        var reason = request.Reason.Trim();
        await items.ExecuteUpdateAsync(
            set => set.SetProperty(item => item.State, ItemState.Excluded).SetProperty(item => item.IsClaimed, false)
                .SetProperty(item => item.ExcludedBy, member.Name).SetProperty(item => item.ExclusionReason, reason),
            cancellationToken);
        await BatchItems.CountAsync(context, batch, positions, cancellationToken);
        await BatchItems.EvaluateAsync(context, batch, positions, now, cancellationToken);
        batch.Rehash(await BatchManifest.HashAsync(context, batch, batch.Quorum, cancellationToken));
        return BatchEntries.Of(
            LedgerActions.BatchItemsExcluded, batch,
            $"excluded {found.Count:N0} {(found.Count == 1 ? "item" : "items")} from the deletion batch “{batch.Name}”: {BatchEntries.Because(reason)}",
            new() { ["items"] = LedgerDetails.First(found.Order().Select(number => (System.Text.Json.Nodes.JsonNode)number), Most, 12_000), ["excluded"] = found.Count });
    }
}
