using System.Text.Json;
using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Administration.Tokens;
using Dashboard.Web.Features.Deletions.WorkOrders;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Demo;

/// <summary>The executors in the company's own data centers. Each has a token, fetches its orders and reports on every item.</summary>
internal sealed class DemoExecutors(IDbContextFactory<DashboardContext> contexts, DemoMembers members, LedgerKeys keys, DemoEstate estate, DemoClock past)
{
    private static readonly (string Name, string Person, string[] Regions)[] Crews =
        [("Meridian Storage Virginia", "Carla Mendes", ["virginia"]), ("Meridian Storage Singapore", "Goh Jun Wei", ["singapore", "vault-2"])];

    private readonly List<(Executor Executor, string Person)> executors = [];

    /// <summary>An administrator issues their tokens.</summary>
    public async Task IssueTokensAsync(DateOnly lastDay, CancellationToken cancellationToken)
    {
        foreach (var (name, person, regions) in Crews)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var locations = await context.Locations.Where(location => location.Operator == DemoNames.Company && regions.Contains(location.Region))
                .Select(location => location.Id).ToListAsync(cancellationToken);
            var issued = await new IssueApiToken(contexts, members.As(DemoMembers.Administrator), past).HandleAsync(new(name, locations, lastDay), cancellationToken);
            var token = await context.ApiTokens.AsNoTracking().OrderByDescending(token => token.Id).FirstAsync(cancellationToken);
            if (!issued.IsDone)
                throw new InvalidOperationException($"A step of the demo programme was refused: {issued.Refusal!.Message}");
            executors.Add((new(token.Id, name, locations.ToHashSet()), person));
        }
    }

    /// <summary>They fetch a batch's orders.</summary>
    public async Task FetchAsync(long batchId, CancellationToken cancellationToken)
    {
        foreach (var (executor, _, order) in await OrdersAsync(batchId, cancellationToken))
            Complete(await new HandOutWorkOrder(contexts, keys, past).HandleAsync(executor, order, cancellationToken));
    }

    /// <summary>They report on the ordered items of a batch.</summary>
    /// <param name="goneFrom">From this day on, inventories no longer list what was deleted.</param>
    /// <param name="part">Share of the items, 0 to 1.</param>
    /// <param name="failEvery">One in this many items fails; 0 for none.</param>
    public async Task ReportAsync(long batchId, int goneFrom, double part, int failEvery, CancellationToken cancellationToken)
    {
        foreach (var (executor, person, order) in await OrdersAsync(batchId, cancellationToken))
        {
            var items = await ItemsAsync(batchId, order, cancellationToken);
            var reported = items.Take((int)Math.Ceiling(items.Count * part)).Select((item, at) => (item.Number, item.ResourceId, Fails: failEvery > 0 && at % failEvery == failEvery - 1)).ToList();
            if (reported.Count == 0)
                continue;
            var body = JsonSerializer.SerializeToUtf8Bytes(new { reportId = $"{order}-{goneFrom}", items = reported.Select(item => ReportOn(item.Number, item.Fails, person, order)) });
            Complete(await new ReceiveReport(contexts, past).HandleAsync(executor, order, body, cancellationToken));
            foreach (var (_, resource, _) in reported.Where(item => !item.Fails))
                estate.Gone[resource] = goneFrom;
        }
    }

    private object ReportOn(long number, bool fails, string person, long order) => new
    {
        number,
        outcome = fails ? "failed" : "executed",
        performedAt = past.GetUtcNow().AddMinutes(-20),
        technique = "Cryptographic erase",
        tool = "vaultwipe",
        toolVersion = "3.4.1",
        @operator = person,
        keyId = fails ? null : $"kms/retired/{order}/{number}",
        evidenceLink = fails ? null : $"https://evidence.example.com/orders/{order}/items/{number}",
        reason = fails ? "The volume is mounted read-only; its controller is being replaced." : null,
    };

    private async Task<List<(Executor Executor, string Person, long Order)>> OrdersAsync(long batchId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var orders = await context.WorkOrders.AsNoTracking().Where(order => order.BatchId == batchId).OrderBy(order => order.Id).ToListAsync(cancellationToken);
        return [.. orders.SelectMany(order => executors.Where(one => one.Executor.LocationIds.Contains(order.LocationId)).Select(one => (one.Executor, one.Person, order.Id)))];
    }

    private async Task<List<DeletionItem>> ItemsAsync(long batchId, long orderId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var location = await context.WorkOrders.Where(order => order.Id == orderId).Select(order => order.LocationId).SingleAsync(cancellationToken);
        return await context.DeletionItems.AsNoTracking()
            .Where(item => item.BatchId == batchId && item.LocationId == location && item.State == ItemState.Ordered)
            .OrderBy(item => item.Number).ToListAsync(cancellationToken);
    }

    private void Complete<T>(Result<T> done)
    {
        if (done.Refusal is { } refusal)
            throw new InvalidOperationException($"A step of the demo programme was refused: {refusal.Message}");
        past.MoveTo(past.GetUtcNow().AddMinutes(2));
    }
}
