using System.Text.Json.Nodes;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Deletions.Decisions;
using Dashboard.Web.Features.Inventory.Query;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Deletions.Propose;

/// <summary>Adds all copies that match an inventory filter to a draft and evaluates their gates.</summary>
internal sealed class AddItems(BatchDecisions decisions, IOptions<ProgrammeSettings> programme)
{
    public Task<Result> HandleAsync(long batchId, CopyFilter filter, CancellationToken cancellationToken) =>
        decisions.DecideAsync(Permission.ProposeDeletions, batchId, decision => AddAsync(decision, filter, cancellationToken), cancellationToken);

    private async Task<Result<LedgerDraft>> AddAsync(BatchDecision decision, CopyFilter filter, CancellationToken cancellationToken)
    {
        var (context, batch, member, positions, now) = decision;
        if (batch.MayEdit(member).Refusal is { } refusal)
            return refusal;
        var lookups = await InventoryLookups.LoadAsync(context, member, programme.Value.OversightCountry, now, cancellationToken);
        var ids = (await InventoryQuery.ResolveAsync(context, filter, lookups, cancellationToken)).Ids;
        var added = await BatchItems.AddAsync(context, batch, context.Copies.Where(copy => ids.Contains(copy.Id)), cancellationToken);
        if (added.Refusal is { } none)
            return none;
        await BatchItems.CountAsync(context, batch, positions, cancellationToken);
        await BatchItems.EvaluateAsync(context, batch, positions, now, cancellationToken);
        return BatchEntries.Of(
            LedgerActions.BatchItemsAdded, batch, $"added {added.Value:N0} {(added.Value == 1 ? "copy" : "copies")} to the draft “{batch.Name}”",
            new() { ["added"] = added.Value, ["filter"] = Terms(filter) });
    }

    private static JsonArray Terms(CopyFilter filter) =>
        LedgerDetails.First(filter.Terms.Select(term => (JsonNode)LedgerDetails.Text($"{term.Key}={term.Value}", 200)), 50, 8_000);
}
