using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Migration.Comparisons;

/// <summary>The copies of a dataset that can be compared, inside and outside. The copies that the stage rule compares come first.</summary>
internal sealed class PrepareComparison(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    /// <summary>Most copies on each side. A longer list would be hard to use.</summary>
    public const int Limit = 200;

    public async Task<Result<ComparisonChoices>> HandleAsync(long datasetId, CancellationToken cancellationToken)
    {
        if ((await access.RequireAsync(Permission.RecordComparisons, cancellationToken)).Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var dataset = await context.Datasets.AsNoTracking().SingleOrDefaultAsync(dataset => dataset.Id == datasetId, cancellationToken);
        if (dataset is null)
            return new NotFound("The dataset");
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellationToken);
        long[] insideIds = [.. positions.Locations.Keys.Where(id => positions.Of(id, dataset.ClassificationId) is Position.Inside)];
        var inside = await Inside(context, datasetId, insideIds).ToListAsync(cancellationToken);
        var outside = await Outside(context, datasetId, insideIds).ToListAsync(cancellationToken);
        return new ComparisonChoices(Choices(inside), Choices(outside));

        ComparedChoice[] Choices(List<ComparableCopy> copies) => [.. copies.Select(copy => new ComparedChoice(copy.Id, copy.Role, copy.ToCompared(positions)))];
    }

    /// <summary>Primaries first.</summary>
    internal static IQueryable<ComparableCopy> Inside(DashboardContext context, long datasetId, long[] insideIds) => ComparableCopy.Of(context.Copies
        .Where(copy => copy.DatasetId == datasetId && insideIds.Contains(copy.LocationId)
            && copy.State != CopyState.VerifiedAbsent && copy.State != CopyState.Missing)
        .OrderBy(copy => copy.Role).ThenBy(copy => copy.Id)
        .Take(Limit));

    /// <summary>Primaries first, then the newest: the copies that the stage rule compares the inside copies with.</summary>
    internal static IQueryable<ComparableCopy> Outside(DashboardContext context, long datasetId, long[] insideIds) => ComparableCopy.Of(context.Copies
        .Where(copy => copy.DatasetId == datasetId && !insideIds.Contains(copy.LocationId) && copy.State != CopyState.VerifiedAbsent)
        .OrderByDescending(copy => copy.Role == CopyRole.Primary).ThenByDescending(copy => copy.CreatedAt ?? copy.FirstSeen).ThenBy(copy => copy.Id)
        .Take(Limit));
}

public sealed record ComparisonChoices(IReadOnlyList<ComparedChoice> Inside, IReadOnlyList<ComparedChoice> Outside);

/// <param name="Seen">The current content of the copy. It is sent back with the comparison, to detect imports in between.</param>
public sealed record ComparedChoice(long CopyId, CopyRole Role, ComparedCopy Seen);
