using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Migration;

/// <param name="Id">Null for a new wave.</param>
/// <param name="Version">The version that was edited; without meaning for a new wave.</param>
internal sealed record SaveWaveRequest(
    long? Id, long Version, string Name, string Description, DateOnly? TargetStart, DateOnly? TargetCompletion);

/// <summary>Creates or revises a wave.</summary>
internal sealed class SaveWave(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    /// <returns>The wave's id.</returns>
    public async Task<Result<long>> HandleAsync(SaveWaveRequest request, CancellationToken cancellationToken)
    {
        if ((await access.RequireAsync(Permission.ManageWaves, cancellationToken)).Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var name = request.Name.Trim();
        if (await context.Waves.AnyAsync(wave => wave.Name == name && wave.Id != (request.Id ?? 0), cancellationToken))
            return new WaveNameTaken(name);
        var saved = request.Id is { } id
            ? await ReviseAsync(context, id, request, cancellationToken)
            : await CreateAsync(context, request, cancellationToken);
        if (saved.IsDone)
            await transaction.CommitAsync(cancellationToken);
        return saved;
    }

    private async Task<Result<long>> CreateAsync(DashboardContext context, SaveWaveRequest request, CancellationToken cancellationToken)
    {
        var created = Wave.Create(request.Name, request.Description, request.TargetStart, request.TargetCompletion);
        if (created.Refusal is { } refusal)
            return refusal;
        context.Waves.Add(created.Value);
        await context.SaveChangesAsync(cancellationToken);

        // The new wave gets its (empty) figures of today, so that its history begins with it.
        var now = clock.GetUtcNow();
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        await DailyFigures.WriteTodayAsync(context, positions, now, cancellationToken);
        return created.Value.Id;
    }

    private static async Task<Result<long>> ReviseAsync(
        DashboardContext context, long id, SaveWaveRequest request, CancellationToken cancellationToken)
    {
        var wave = await context.Waves.SingleOrDefaultAsync(wave => wave.Id == id, cancellationToken);
        if (wave is null)
            return new NotFound("The wave");
        if (wave.Version != request.Version)
            return new StaleEdit("The wave");
        if (wave.Revise(request.Name, request.Description, request.TargetStart, request.TargetCompletion).Refusal is { } refusal)
            return refusal;
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new StaleEdit("The wave");
        }

        return id;
    }
}
