using Dashboard.Core;
using Dashboard.Core.Deletions;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Demo;

/// <summary>Batches that did not complete, and the holds that stopped some of them.</summary>
internal sealed class DemoExceptions(
    IDbContextFactory<DashboardContext> contexts, DemoDecisions decisions, DemoExecutors executors, DemoEstate estate, DateOnly today)
{
    private const string Lead = DemoMembers.Lead;
    private const string Assurance = DemoMembers.Assurance;
    private const string Legal = DemoMembers.Legal;

    private readonly Dictionary<string, long> batches = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private long lifted;

    /// <param name="proposed">Resources that are in other batches and must be left out of these.</param>
    public Task MoveAsync(int day, IReadOnlySet<string> proposed, CancellationToken cancellationToken)
    {
        return day switch
        {
            -170 => decisions.SetRuleAsync(DemoMembers.Administrator, SanitizationMethod.Destroy, 3, cancellationToken),
            -66 => PlaceAsync(),
            -58 => decisions.LiftAsync(Lead, lifted, "The regulator closed the inquiry without findings.", cancellationToken),
            -47 => BeginAsync("Old replicas without readers", 3),
            -46 => decisions.ApproveAsync(Assurance, batches["Old replicas without readers"], cancellationToken),
            -45 => decisions.ApproveAsync(Legal, batches["Old replicas without readers"], cancellationToken),
            -26 => BeginAsync("Replicas of the recommendation models", 3),
            -25 => decisions.WithdrawAsync(Lead, batches["Replicas of the recommendation models"], "The owners asked for another week of parallel runs.", cancellationToken),
            -20 => BeginAsync("All copies in the old log store", 4),
            -18 => RejectAsync(),
            -13 => BeginAsync("Mirrors in Virginia, first half", 8),
            -12 => ExcludeAsync(),
            -11 => ApproveBothAsync("Mirrors in Virginia, first half"),
            -7 => executors.FetchAsync(batches["Mirrors in Virginia, first half"], cancellationToken),
            -6 => executors.ReportAsync(batches["Mirrors in Virginia, first half"], day, part: 0.6, failEvery: 4, cancellationToken),
            -10 => BeginAsync("Mirrors in Virginia, second half", 5),
            -9 => ApproveBothAsync("Mirrors in Virginia, second half"),
            -5 => BeginHeldAsync(),
            -4 => HoldAsync(),
            -3 => BeginAsync("Backups before the new schedule", 4),
            -2 => BothAsync(OneApprovalAsync, () => BeginAsync("Mirrors of the search index", 4)),
            -1 => BothAsync(() => ApproveBothAsync("Mirrors of the search index"), () => BeginAsync("Exports for the closed partner programme", 4)),
            0 => DraftAsync(),
            _ => Task.CompletedTask,
        };

        async Task BeginAsync(string name, int datasets)
        {
            batches[name] = await decisions.DraftAsync(Lead, Facts(name), Free(day, datasets, proposed), cancellationToken);
            await decisions.SubmitAsync(Lead, batches[name], cancellationToken);
        }

        static async Task BothAsync(Func<Task> first, Func<Task> second)
        {
            await first();
            await second();
        }

        async Task PlaceAsync() => lifted = await decisions.HoldAsync(
            Lead, new("Inquiry 24-117 of the data protection authority", HoldScope.System, await SystemAsync("Customer support", cancellationToken), "The authority asked that nothing be deleted during its inquiry.", today.AddDays(-30)), cancellationToken);

        async Task RejectAsync()
        {
            var id = batches["All copies in the old log store"];
            await decisions.NoteAsync(Assurance, id, 1, "The inventory shows an equal copy, but the owners could not restore from it last week.", cancellationToken);
            await decisions.RejectAsync(Legal, id, "No restore from the copies inside has been shown. Propose the batch again with the record of a restore.", cancellationToken);
        }

        async Task ExcludeAsync()
        {
            var id = batches["Mirrors in Virginia, first half"];
            await decisions.ExcludeAsync(Legal, id, 2, "Subject of an appeal that is still pending.", cancellationToken);
        }

        async Task ApproveBothAsync(string name)
        {
            await decisions.ApproveAsync(Assurance, batches[name], cancellationToken);
            await decisions.ApproveAsync(Legal, batches[name], cancellationToken);
        }

        async Task BeginHeldAsync()
        {
            await BeginAsync("Conversation archives in Singapore", 4);
            await decisions.ApproveAsync(Assurance, batches["Conversation archives in Singapore"], cancellationToken);
        }

        async Task HoldAsync() => await decisions.HoldAsync(
            Lead, new("Rivera v. Meridian, discovery order", HoldScope.Dataset, await DatasetAsync(batches["Conversation archives in Singapore"], cancellationToken), "The court ordered all copies of this dataset kept until the parties agree on a protocol.", today.AddDays(85)), cancellationToken);

        async Task OneApprovalAsync()
        {
            var id = batches["Backups before the new schedule"];
            await decisions.NoteAsync(Assurance, id, null, "I checked twenty items; the equal copies inside are from this week.", cancellationToken);
            await decisions.ApproveAsync(Assurance, id, cancellationToken);
        }

        async Task DraftAsync() => batches["Draft"] = await decisions.DraftAsync(Lead, Facts("Caches of discontinued services"), Free(day, 5, proposed), cancellationToken);
    }

    private static BatchFacts Facts(string name) =>
        new(name, "The copies are no longer needed outside: the same data is in use inside, and its owners agreed.", SanitizationMethod.Purge, "Cryptographic erase", null);

    /// <summary>Copies outside, from the given number of datasets that have long been equal and are in no other batch.</summary>
    private string[] Free(int day, int datasets, IReadOnlySet<string> proposed)
    {
        var free = estate.Copies
            .Where(copy => copy is { IsInside: false, Place: DemoPlace.Virginia or DemoPlace.Singapore, IsKept: false } && copy.Dataset.EqualDay < day - 15 && copy.Dataset.OrderDay > 20)
            .Where(copy => copy.IsListedOn(day) && !proposed.Contains(copy.ResourceId))
            .GroupBy(copy => copy.Dataset)
            .Where(dataset => !taken.Contains(dataset.Key.Urn))
            .OrderBy(dataset => dataset.Key.Number)
            .Take(datasets)
            .ToList();
        taken.UnionWith(free.Select(dataset => dataset.Key.Urn));
        return [.. free.SelectMany(dataset => dataset).Select(copy => copy.ResourceId)];
    }

    private async Task<long> SystemAsync(string name, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Systems.Where(system => system.Name == name).Select(system => system.Id).SingleAsync(cancellationToken);
    }

    private async Task<long> DatasetAsync(long batchId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DeletionItems.Where(item => item.BatchId == batchId).OrderBy(item => item.Number).Select(item => item.DatasetId).FirstAsync(cancellationToken);
    }
}
