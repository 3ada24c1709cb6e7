using System.Text.Json.Nodes;
using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Demo;

/// <summary>What approved batches and executors cause: deletions ordered and reported. Proof comes with a later inventory.</summary>
internal sealed class DemoDeletions(IDbContextFactory<DashboardContext> contexts, DemoEstate estate, DemoClock past)
{
    public async Task MoveAsync(int day, CancellationToken cancellationToken)
    {
        var ordered = Resources(dataset => dataset.OrderDay == day);
        var reported = Resources(dataset => dataset.ReportDay == day);
        if (ordered.Length + reported.Length == 0)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(DemoActors.SecondLead, past, cancellationToken);
        var orders = await CopiesAsync(context, ordered, cancellationToken);
        var reports = await CopiesAsync(context, reported, cancellationToken);
        await DeletionStates.OrderAsync(context, orders.ConvertAll(copy => copy.Id), cancellationToken);
        await DeletionStates.ReportAsync(context, reports.ConvertAll(copy => copy.Id), cancellationToken);
        var now = past.GetUtcNow();
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        var moves = await Standings.RecalculateAsync(
            context, positions, orders.Concat(reports).Select(copy => copy.DatasetId).Distinct(), null, new Dictionary<long, CopyChanges>(), now, cancellationToken);
        LedgerDraft?[] drafts =
        [
            Draft(LedgerActions.DeletionOrdered, orders, "ordered the deletion of", "an approved batch", moves),
            Draft(LedgerActions.DeletionReported, reports, "took in the executors' report of the deletion of", "the executors' reports on a batch", moves),
        ];
        if (drafts.OfType<LedgerDraft>().ToArray() is { Length: > 0 } entries)
            await change.CommitAsync(entries, cancellationToken);
    }

    private static LedgerDraft? Draft(string action, List<Deleted> copies, string did, string standsFor, StageMoves moves)
    {
        if (copies.Count == 0)
            return null;
        var datasets = copies.Select(copy => copy.DatasetId).Distinct().ToArray();
        var details = new JsonObject
        {
            ["demo"] = $"Stands for {standsFor}.",
            ["copies"] = copies.Count,
            ["bytes"] = LedgerDetails.Number(copies.Sum(copy => copy.Bytes)),
            ["datasets"] = datasets.Length,
        };
        if (action == LedgerActions.DeletionOrdered)
        {
            foreach (var (name, value) in moves.ToDetails())
                details[name] = value?.DeepClone();
        }

        return new(action, LedgerSubjects.Programme, $"{did} {copies.Count:N0} {(copies.Count == 1 ? "copy" : "copies")} of {datasets.Length:N0} {(datasets.Length == 1 ? "dataset" : "datasets")}")
        {
            Related = [.. datasets.Order().Take(StageMoves.MostRelated).Select(id => LedgerSubjects.OfDataset(id))],
            Details = details,
        };
    }

    private string[] Resources(Func<DemoDataset, bool> due) =>
        [.. estate.Copies.Where(copy => !copy.IsInside && due(copy.Dataset)).Select(copy => copy.ResourceId)];

    private static Task<List<Deleted>> CopiesAsync(DashboardContext context, string[] resources, CancellationToken cancellationToken) => context.Copies
        .Where(copy => resources.Contains(copy.ResourceId))
        .Select(copy => new Deleted(copy.Id, copy.DatasetId, copy.Bytes))
        .ToListAsync(cancellationToken);

    private sealed record Deleted(long Id, long DatasetId, long Bytes);
}
