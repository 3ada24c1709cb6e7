using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Dashboard.Web.Databases;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Migration;

/// <param name="Datasets">Each dataset with the wave that the member saw it in.</param>
/// <param name="ToWaveId">The target wave; null removes the datasets from their waves.</param>
internal sealed record MoveDatasetsRequest(IReadOnlyCollection<DatasetInWave> Datasets, long? ToWaveId);

internal sealed record DatasetInWave(long DatasetId, long? WaveId);

/// <summary>Moves all the given datasets to another wave or none of them, and recalculates today's figures of the waves.</summary>
/// <remarks>
/// Imports raise a dataset's version many times a day, so a move is not checked against the version. It is checked against the wave
/// that the member saw, which is the only thing that it changes.
/// </remarks>
internal sealed class MoveDatasets(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    public const int Limit = 1000;

    /// <returns>The number of moved datasets.</returns>
    public Task<Result<int>> HandleAsync(MoveDatasetsRequest request, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(request, cancellationToken), cancellationToken);

    private async Task<Result<int>> OnceAsync(MoveDatasetsRequest request, CancellationToken cancellationToken)
    {
        var lead = await access.RequireAsync(Permission.ManageWaves, cancellationToken);
        if (lead.Refusal is { } refusal)
            return refusal;
        if (request.Datasets.Count == 0)
            return new NoDatasetChosen();
        if (request.Datasets.Count > Limit)
            return new TooManyDatasets(Limit);

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(lead.Value, clock, cancellationToken);
        var now = clock.GetUtcNow();
        var waves = await context.Waves.AsNoTracking().ToDictionaryAsync(wave => wave.Id, cancellationToken);
        if (request.ToWaveId is { } target && !waves.ContainsKey(target))
            return new NotFound("The wave");
        var expected = request.Datasets.DistinctBy(chosen => chosen.DatasetId).ToDictionary(chosen => chosen.DatasetId, chosen => chosen.WaveId);
        var ids = expected.Keys.ToArray();
        var datasets = await context.Datasets.Where(dataset => ids.Contains(dataset.Id)).ToListAsync(cancellationToken);
        var asSeen = datasets.Count(dataset => dataset.WaveId == expected[dataset.Id]);
        if (asSeen < expected.Count)
            return new DatasetsMovedMeanwhile(expected.Count - asSeen);

        datasets.RemoveAll(dataset => dataset.WaveId == request.ToWaveId);
        if (datasets.Count == 0)
            return 0;
        var draft = WaveMove.Of(datasets, waves, request.ToWaveId);
        foreach (var dataset in datasets)
            dataset.MoveToWave(request.ToWaveId);
        await context.SaveChangesAsync(cancellationToken);
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        await DailyFigures.WriteTodayAsync(context, positions, now, cancellationToken);
        await change.CommitAsync(draft, cancellationToken);
        return datasets.Count;
    }
}
