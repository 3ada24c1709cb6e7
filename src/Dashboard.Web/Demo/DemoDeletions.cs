using Dashboard.Core.Deletions;

namespace Dashboard.Web.Demo;

/// <summary>
/// The batches of the demo programme. Every second week the datasets that were cut over are proposed, one batch per wave, and these batches
/// complete. A few other batches stop partway, so that every state can be seen.
/// </summary>
internal sealed class DemoDeletions(DemoDecisions decisions, DemoExecutors executors, DemoEstate estate, DemoExceptions exceptions)
{
    /// <summary>Days after the proposal. The 72-hour cooling-off period starts with the last approval.</summary>
    private const int FirstApproval = 1;

    private const int LastApproval = 2;
    private const int Fetch = 7;
    private const int Report = 8;

    private readonly List<(int Day, long Id, bool IsVault)> regular = [];
    private readonly HashSet<string> proposed = new(StringComparer.Ordinal);

    public async Task MoveAsync(int day, CancellationToken cancellationToken)
    {
        await decisions.AdvanceAsync(cancellationToken);
        if (day % 14 == -5)
            await ProposeAsync(day, isVault: false, cancellationToken);
        // The vault's catalog is fresh for two weeks after each report.
        if (day % 21 == -20 && day > -DemoEstate.Days)
            await ProposeAsync(day, isVault: true, cancellationToken);
        foreach (var (begun, id, _) in regular)
            await AdvanceAsync(id, day - begun, day, cancellationToken);
        await exceptions.MoveAsync(day, proposed, cancellationToken);
    }

    private async Task ProposeAsync(int day, bool isVault, CancellationToken cancellationToken)
    {
        var due = estate.Copies
            .Where(copy => !copy.IsInside && copy.Place is not DemoPlace.Nowhere && (copy.Place is DemoPlace.Vault) == isVault)
            .Where(copy => copy.Dataset.OrderDay <= day + 5 && copy.IsListedOn(day) && !copy.IsKept && !proposed.Contains(copy.ResourceId))
            .GroupBy(copy => isVault ? 0 : copy.Dataset.Wave)
            .OrderBy(wave => wave.Key);
        foreach (var wave in due)
        {
            string[] resources = [.. wave.Select(copy => copy.ResourceId)];
            var name = isVault ? "Tapes of cut-over datasets in the Jurong vault" : $"{DemoFiles.WaveNames[wave.Key - 1]}: cut over by day {day + DemoEstate.Days}";
            var id = await decisions.DraftAsync(
                DemoMembers.SecondLead,
                new(name, "The primaries run in Oracle's US regions, and every copy left outside has an equal copy inside.", SanitizationMethod.Purge, "Cryptographic erase", null),
                resources, cancellationToken);
            if ((await decisions.BatchAsync(id, cancellationToken)).Tally.Copies == 0)
            {
                await decisions.WithdrawAsync(DemoMembers.SecondLead, id, "None of its copies can be deleted yet: each one has a closed gate.", cancellationToken);
                continue;
            }

            await decisions.SubmitAsync(DemoMembers.SecondLead, id, cancellationToken);
            proposed.UnionWith(resources);
            regular.Add((day, id, isVault));
        }
    }

    private Task AdvanceAsync(long id, int age, int day, CancellationToken cancellationToken) => age switch
    {
        FirstApproval => decisions.ApproveAsync(id % 2 == 0 ? DemoMembers.Assurance : DemoMembers.SecondOfAssurance, id, cancellationToken),
        LastApproval => decisions.ApproveAsync(DemoMembers.Legal, id, cancellationToken),
        Fetch => executors.FetchAsync(id, cancellationToken),
        Report => executors.ReportAsync(id, day, part: 1, failEvery: 0, cancellationToken),
        _ => Task.CompletedTask,
    };
}
