using Dashboard.Core;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>The datasets that a filter selects by owner, stage, ID or text.</summary>
/// <param name="All">All matching datasets.</param>
/// <param name="First">The first matching datasets by ID, at most <see cref="ReadLimits.KnownDatasets"/>.</param>
/// <param name="IsEmpty">True when no dataset matches.</param>
/// <param name="AreMany">True above <see cref="ReadLimits.Datasets"/>: testing copies in sort order is then faster than reading each dataset's.</param>
internal sealed record NamedDatasets(IQueryable<Dataset> All, IQueryable<Dataset> First, bool IsEmpty, bool AreMany)
{
    /// <summary>True when <see cref="First"/> has all matching datasets.</summary>
    public bool AreFew => All == First;

    public static async Task<NamedDatasets> ResolveAsync(DashboardContext context, CopyFilter filter, ReadLimits limits, CancellationToken cancellationToken)
    {
        var all = await MatchingAsync(context, filter, cancellationToken);
        var ids = await all.OrderBy(dataset => dataset.Id).Select(dataset => dataset.Id).Take(limits.KnownDatasets + 1).ToArrayAsync(cancellationToken);
        var areAll = ids.Length <= limits.KnownDatasets;
        long[] few = areAll ? ids : ids[..limits.KnownDatasets];
        var first = context.Datasets.AsNoTracking().Where(dataset => EF.Parameter(few).Contains(dataset.Id));
        if (areAll)
            return new(first, first, IsEmpty: ids.Length == 0, AreMany: false);
        return new(all, first, IsEmpty: false, AreMany: await all.OrderBy(dataset => dataset.Id).Take(limits.Datasets + 1).CountAsync(cancellationToken) > limits.Datasets);
    }

    private static async Task<IQueryable<Dataset>> MatchingAsync(DashboardContext context, CopyFilter filter, CancellationToken cancellationToken)
    {
        var datasets = context.Datasets.AsNoTracking();
        if (filter.Dataset is { } id)
            datasets = datasets.Where(dataset => dataset.Id == id);
        if (filter.Owner is { } owner)
            datasets = datasets.Where(dataset => dataset.Owner == owner);
        if (filter.Stages is { Length: > 0 } wanted)
        {
            var stages = wanted.Cast<Stage?>().ToArray();
            datasets = datasets.Where(dataset => stages.Contains(dataset.Status.Stage));
        }

        return filter.Text is { } text ? (await DatasetSearch.ResolveAsync(context, text, cancellationToken)).Among(datasets) : datasets;
    }
}
