using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Holds;

/// <param name="Batches">Open batches whose approvals and work orders would become void.</param>
public sealed record HoldPreview(int Copies, IReadOnlyList<HeldBatch> Batches);

/// <summary>Shows what a hold would cover and which batches it would hold back, and finds datasets to place it on.</summary>
internal sealed class PreviewHold(IDbContextFactory<DashboardContext> contexts, DeletionAccess access)
{
    private const int MostFound = 20;

    public async Task<Result<HoldPreview>> HandleAsync(HoldScope scope, long scopeId, CancellationToken cancellationToken)
    {
        if ((await access.OpenAsync(cancellationToken, Permission.ManageHolds)).Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var copies = await context.CopiesUnder(scope, scopeId).OrderBy(copy => copy.Id).Take(ListHolds.CountLimit).Select(copy => copy.Id).CountAsync(cancellationToken);
        return new HoldPreview(copies, await ListHolds.BatchesAsync(context, scope, scopeId, cancellationToken));
    }

    /// <summary>The first datasets whose name or URN has words that start with the text.</summary>
    public async Task<Result<IReadOnlyList<HoldTarget>>> FindDatasetsAsync(string text, CancellationToken cancellationToken)
    {
        if ((await access.OpenAsync(cancellationToken, Permission.ManageHolds)).Refusal is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(text))
            return Array.Empty<HoldTarget>();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var search = await DatasetSearch.ResolveAsync(context, text.Trim(), cancellationToken);
        return await search.Among(context.Datasets.AsNoTracking()).OrderBy(dataset => dataset.Name).ThenBy(dataset => dataset.Id).Take(MostFound)
            .Select(dataset => new HoldTarget(HoldScope.Dataset, dataset.Id, dataset.Name)).ToListAsync(cancellationToken);
    }
}
