using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Review;

/// <param name="ManifestHash">Hash of the manifest that the reviewer opened. Later exclusions do not change the sample.</param>
/// <param name="Sample">Number of the sample, from 1.</param>
internal sealed record DrawSampleRequest(long BatchId, string ManifestHash, int Sample);

/// <summary>Draws the items of a batch that a reviewer inspects one by one.</summary>
internal sealed class DrawSample(IDbContextFactory<DashboardContext> contexts, DeletionAccess access)
{
    public const int Size = 20;

    private const int MostAtOnce = 2000;

    /// <returns>Item numbers in the order they were drawn.</returns>
    public async Task<Result<IReadOnlyList<long>>> HandleAsync(DrawSampleRequest request, CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken, Permission.ReviewDeletions);
        if (reader.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var batch = await context.DeletionBatches.AsNoTracking().SingleOrDefaultAsync(batch => batch.Id == request.BatchId, cancellationToken);
        if (batch is null)
            return new NotFound("The batch");
        var highest = await context.ItemsOf(batch).MaxAsync(item => (long?)item.Number, cancellationToken) ?? 0;
        var items = context.ItemsOf(batch).ToDelete();
        var sample = new List<long>();
        var chunkSize = (int)Math.Clamp(2 * Size * highest / Math.Max(1, batch.Tally.Copies), 2 * Size, MostAtOnce);
        foreach (var drawn in ItemDraw.Numbers(request.ManifestHash, reader.Value.Member.Subject, request.Sample, highest).Chunk(chunkSize))
        {
            var found = (await items.Where(item => drawn.Contains(item.Number)).Select(item => item.Number).ToListAsync(cancellationToken)).ToHashSet();
            sample.AddRange(drawn.Where(found.Contains).Take(Size - sample.Count));
            if (sample.Count == Size)
                break;
        }

        return sample;
    }
}
