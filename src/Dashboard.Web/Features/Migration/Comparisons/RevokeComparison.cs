using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Migration.Comparisons;

internal sealed record RevokeComparisonRequest(long ComparisonId, string Reason);

/// <summary>Revokes a recorded comparison and recalculates the dataset's stage. The comparison stays on record as revoked.</summary>
internal sealed class RevokeComparison(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    public Task<Result> HandleAsync(RevokeComparisonRequest request, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(request, cancellationToken), cancellationToken);

    private async Task<Result> OnceAsync(RevokeComparisonRequest request, CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.RecordComparisons, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(member.Value, clock, cancellationToken);
        var now = clock.GetUtcNow();
        var comparison = await context.RecordedComparisons.SingleOrDefaultAsync(comparison => comparison.Id == request.ComparisonId, cancellationToken);
        if (comparison is null)
            return new NotFound("The comparison");
        if (comparison.Revoke(member.Value.Name, request.Reason, now).Refusal is { } invalid)
            return invalid;
        var changes = context.ChangesOf(comparison);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new StaleEdit("The comparison");
        }

        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        var moves = await context.RecalculateAfterComparisonAsync(positions, comparison.DatasetId, now, cancellationToken);
        var dataset = await context.Datasets.AsNoTracking().SingleAsync(dataset => dataset.Id == comparison.DatasetId, cancellationToken);
        await change.CommitAsync(
            new LedgerDraft(
                LedgerActions.ComparisonRevoked,
                LedgerSubjects.Of(dataset),
                $"revoked a recorded comparison of two copies of {dataset.Name}: {comparison.RevocationReason}")
            {
                Changes = changes,
                Related = comparison.Copies(),
                Details = moves.ToDetails(),
            },
            cancellationToken);
        return Result.Done;
    }
}
