namespace Dashboard.ReferenceExecutor;

/// <summary>One run: fetches, verifies, executes and reports every waiting order.</summary>
/// <param name="output">Receives messages for people.</param>
internal sealed class OrderRun(OrdersApi api, Arguments arguments, TimeProvider clock, TextWriter output)
{
    /// <summary>Maximum number of items in a report; small, so that a lost connection costs little.</summary>
    public const int Chunk = 500;

    private readonly ResourceFolder files = new(arguments.Folder, clock);
    private readonly Evidence evidence = new(Path.TrimEndingDirectorySeparator(arguments.Folder) + "-evidence");

    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="ExecutorException">The run cannot continue.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var isDone = true;
        var orders = await api.ListAsync(cancellationToken);
        if (orders.Count == 0)
            await output.WriteLineAsync("There are no waiting work orders.");
        foreach (var id in orders)
            isDone &= await ExecuteAsync(id, cancellationToken);
        return isDone ? ExitCode.Done : ExitCode.Incomplete;
    }

    /// <returns>Whether all of it was deleted and reported.</returns>
    private async Task<bool> ExecuteAsync(long id, CancellationToken cancellationToken)
    {
        var (envelope, refusal) = await api.FetchAsync(id, cancellationToken);
        if (refusal is not null)
        {
            await output.WriteLineAsync($"Work order {id} could not be fetched: {refusal}");
            return false;
        }

        var order = WorkOrder.Open(envelope, id, arguments.Key);
        if (order.LapsesAt <= clock.GetUtcNow())
        {
            await output.WriteLineAsync($"Work order {id}, “{order.Name}”, has lapsed and was not executed.");
            return false;
        }

        var isDone = true;
        foreach (var items in order.Items.Chunk(Chunk))
            isDone &= await ReportAsync(order, Delete(order, items, cancellationToken), cancellationToken);
        return isDone;
    }

    private List<Outcome> Delete(WorkOrder order, OrderedItem[] items, CancellationToken cancellationToken)
    {
        var known = evidence.Read(order.Id);
        var outcomes = new List<Outcome>(items.Length);
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            outcomes.Add(Delete(order, item, known.GetValueOrDefault(item.Resource)));
        }

        return outcomes;
    }

    /// <param name="before">The result that an earlier run recorded for the item.</param>
    private Outcome Delete(WorkOrder order, OrderedItem item, Outcome? before)
    {
        if (before is { IsExecuted: true } && !files.Holds(item.Resource))
            return before; // Deleted by a run whose report did not arrive.
        var noted = before;
        var outcome = files.Delete(item, begun => evidence.Note(order.Id, noted = begun));
        if (outcome.IsExecuted)
            return outcome;
        if (noted is not null && noted.Failure == outcome.Failure)
            return noted; // Nothing has changed since then, so the report must be the same.
        evidence.Note(order.Id, outcome);
        return outcome;
    }

    private async Task<bool> ReportAsync(WorkOrder order, List<Outcome> outcomes, CancellationToken cancellationToken)
    {
        var report = Report.Write(order.Id, outcomes, evidence.Keep(order.Id, outcomes), arguments.Operator);
        var refusal = await api.ReportAsync(order.Id, report, cancellationToken);
        var failed = outcomes.FindAll(outcome => !outcome.IsExecuted);
        foreach (var outcome in failed)
            await output.WriteLineAsync($"Work order {order.Id}, item {outcome.Number}, {outcome.Resource}: {outcome.Failure}");
        await output.WriteLineAsync(refusal is null
            ? $"Work order {order.Id}, “{order.Name}”: {outcomes.Count - failed.Count:N0} deleted, {failed.Count:N0} failed, reported."
            : $"Work order {order.Id}, “{order.Name}”: {outcomes.Count - failed.Count:N0} deleted, {failed.Count:N0} failed, but the report was refused: {refusal}");
        return refusal is null && failed.Count == 0;
    }
}
