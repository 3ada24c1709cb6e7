using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Dashboard.Web.Controls.Tables;
using Dashboard.Web.Features.Deletions.Decisions;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Propose;

/// <param name="Numbers">The items to remove; null removes all with a closed gate.</param>
internal sealed record RemoveItemsRequest(long BatchId, IReadOnlyCollection<long>? Numbers);

/// <summary>Removes items from a draft: selected ones, or all with a closed gate.</summary>
internal sealed class RemoveItems(BatchDecisions decisions)
{
    public const int Most = 1000;

    public Task<Result> HandleAsync(RemoveItemsRequest request, CancellationToken cancellationToken) =>
        decisions.DecideAsync(Permission.ProposeDeletions, request.BatchId, decision => RemoveAsync(decision, request, cancellationToken), cancellationToken);

    private static async Task<Result<LedgerDraft>> RemoveAsync(BatchDecision decision, RemoveItemsRequest request, CancellationToken cancellationToken)
    {
        var (context, batch, member, positions, now) = decision;
        if (batch.MayEdit(member).Refusal is { } refusal)
            return refusal;
        if (request.Numbers is { Count: > Most })
            return new TooManyItems(request.Numbers.Count);
        var items = context.DeletionItems.Where(item => item.BatchId == batch.Id);
        items = request.Numbers is { } numbers
            ? items.Where(item => numbers.Contains(item.Number))
            : items.Where(item => item.ClosedGates != Gates.None);
        var removed = await items.ExecuteDeleteAsync(cancellationToken);
        if (removed == 0)
            return new ItemNotFound(request.Numbers?.FirstOrDefault() ?? 0);
        await BatchItems.CountAsync(context, batch, positions, cancellationToken);
        await BatchItems.EvaluateAsync(context, batch, positions, now, cancellationToken);
        var which = request.Numbers is null ? " with closed gates" : "";
        return BatchEntries.Of(
            LedgerActions.BatchItemsRemoved, batch, $"removed {removed:N0} {(removed == 1 ? "copy" : "copies")}{which} from the draft “{batch.Name}”",
            new() { ["removed"] = removed });
    }
}
