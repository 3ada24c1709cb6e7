using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Features.Deletions.Decisions;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Holds;

/// <summary>Places a legal hold and, in the same transaction, voids the approvals of every batch it covers.</summary>
internal sealed class PlaceHold(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    /// <returns>The hold's id.</returns>
    public Task<Result<long>> HandleAsync(HoldFacts facts, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(facts, cancellationToken), cancellationToken);

    private async Task<Result<long>> OnceAsync(HoldFacts facts, CancellationToken cancellationToken)
    {
        var lead = await access.RequireAsync(Permission.ManageHolds, cancellationToken);
        if (lead.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(lead.Value, clock, cancellationToken);
        var now = clock.GetUtcNow();
        if (await HoldScopes.NameOfAsync(context, facts.Scope, facts.ScopeId, cancellationToken) is not { } name)
            return new NotFound($"The {Naming.Of(facts.Scope)}");
        var placed = LegalHold.Place(facts, name, lead.Value, now);
        if (placed.Refusal is { } invalid)
            return invalid;
        var hold = placed.Value;
        context.LegalHolds.Add(hold);
        await context.SaveChangesAsync(cancellationToken);
        var batches = await VoidAsync(context, hold, now, cancellationToken);
        var draft = new LedgerDraft(
            LedgerActions.HoldPlaced, LedgerSubjects.Of(hold),
            $"placed the legal hold “{hold.Matter}” on the {Naming.Of(hold.Scope)} {LedgerDetails.Text(name, 200)}: {BatchEntries.Because(hold.Reason)}")
        {
            Related = HoldScopes.SubjectsOf(hold),
            Details = new() { ["reviewOn"] = hold.ReviewOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ["batchesVoided"] = batches.Count },
        };
        await change.CommitAsync([draft, .. batches], cancellationToken);
        return hold.Id;
    }

    private static async Task<List<LedgerDraft>> VoidAsync(DashboardContext context, LegalHold hold, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var touched = await context.ItemsUnder(hold.Scope, hold.ScopeId)
            .GroupBy(item => item.BatchId)
            .Select(same => new { same.Key, Items = same.LongCount() })
            .ToDictionaryAsync(same => same.Key, same => same.Items, cancellationToken);
        var ids = touched.Keys.ToArray();
        var batches = await context.DeletionBatches.Include(batch => batch.Approvals).Where(batch => ids.Contains(batch.Id)).OrderBy(batch => batch.Id).ToListAsync(cancellationToken);
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        var drafts = new List<LedgerDraft>();
        foreach (var batch in batches)
        {
            if (batch.Hold(hold.Matter, now))
                await BatchEffects.TakeBackAsync(context, batch, positions, now, cancellationToken);
            await BatchItems.EvaluateAsync(context, batch, positions, now, cancellationToken);
            drafts.Add(BatchEntries.Of(
                LedgerActions.BatchHeld, batch, $"held back {touched[batch.Id]:N0} {(touched[batch.Id] == 1 ? "item" : "items")} of the deletion batch “{batch.Name}” under the legal hold “{hold.Matter}”",
                new() { ["itemsHeld"] = touched[batch.Id] }) with { Related = [LedgerSubjects.Of(hold)] });
        }

        return drafts;
    }
}
