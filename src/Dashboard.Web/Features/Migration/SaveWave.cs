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

/// <param name="Id">Null for a new wave.</param>
/// <param name="Version">The version that was edited; ignored for a new wave.</param>
internal sealed record SaveWaveRequest(
    long? Id, long Version, string Name, string Description, DateOnly? TargetStart, DateOnly? TargetCompletion);

/// <summary>Creates or edits a wave.</summary>
internal sealed class SaveWave(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    /// <returns>The wave's id.</returns>
    public Task<Result<long>> HandleAsync(SaveWaveRequest request, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(request, cancellationToken), cancellationToken);

    private async Task<Result<long>> OnceAsync(SaveWaveRequest request, CancellationToken cancellationToken)
    {
        var lead = await access.RequireAsync(Permission.ManageWaves, cancellationToken);
        if (lead.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(lead.Value, clock, cancellationToken);
        var name = request.Name.Trim();
        if (await context.Waves.AnyAsync(wave => wave.Name == name && wave.Id != (request.Id ?? 0), cancellationToken))
            return new WaveNameTaken(name);
        return request.Id is { } id
            ? await ReviseAsync(context, change, id, request, cancellationToken)
            : await CreateAsync(context, change, request, cancellationToken);
    }

    private async Task<Result<long>> CreateAsync(
        DashboardContext context, LedgerTransaction change, SaveWaveRequest request, CancellationToken cancellationToken)
    {
        var created = Wave.Create(request.Name, request.Description, request.TargetStart, request.TargetCompletion);
        if (created.Refusal is { } refusal)
            return refusal;
        var wave = created.Value;
        context.Waves.Add(wave);
        var changes = FieldChanges.Of(context, wave);
        await context.SaveChangesAsync(cancellationToken);

        // Writes today's figures for the new wave, which are empty, so that its history begins today.
        var now = clock.GetUtcNow();
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        await DailyFigures.WriteTodayAsync(context, positions, now, cancellationToken);
        await change.CommitAsync(
            new LedgerDraft(LedgerActions.WaveCreated, LedgerSubjects.Of(wave), $"created the wave “{wave.Name}”") { Changes = changes }, cancellationToken);
        return wave.Id;
    }

    private static async Task<Result<long>> ReviseAsync(
        DashboardContext context, LedgerTransaction change, long id, SaveWaveRequest request, CancellationToken cancellationToken)
    {
        var wave = await context.Waves.SingleOrDefaultAsync(wave => wave.Id == id, cancellationToken);
        if (wave is null)
            return new NotFound("The wave");
        if (wave.Version != request.Version)
            return new StaleEdit("The wave");
        if (wave.Revise(request.Name, request.Description, request.TargetStart, request.TargetCompletion).Refusal is { } refusal)
            return refusal;
        var draft = new LedgerDraft(LedgerActions.WaveRevised, LedgerSubjects.Of(wave), $"revised the wave “{wave.Name}”")
        {
            Changes = FieldChanges.Of(context, wave),
        };
        if (draft.Changes.Count == 0)
            return id;
        var saved = await change.CommitUnlessStaleAsync(draft, "The wave", cancellationToken);
        return saved.Refusal is { } stale ? stale : id;
    }
}
