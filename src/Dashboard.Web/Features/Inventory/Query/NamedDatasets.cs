using Dashboard.Core;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>The datasets that a filter names by owner, stage, id or text.</summary>
/// <param name="All">All of them.</param>
/// <param name="First">The first of them, at most <see cref="Few"/>.</param>
/// <param name="AreNone">True when there is none.</param>
/// <param name="AreMany">True when to test copy after copy is faster than to read the copies of each.</param>
internal sealed record NamedDatasets(IQueryable<Dataset> All, IQueryable<Dataset> First, bool AreNone, bool AreMany)
{
    /// <summary>Up to this many datasets are known by their ids.</summary>
    private const int Few = DatasetSearch.Few;

    /// <summary>The most datasets of which the first copies are read: two microseconds each.</summary>
    private const int Most = 10_000;

    /// <summary>The same where the filter also names rollups: a dataset that has none of them is read whole.</summary>
    private const int MostInRollups = 2_000;

    /// <summary>True when <see cref="First"/> holds all of them.</summary>
    public bool AreFew => All == First;

    public static async Task<NamedDatasets> ResolveAsync(DashboardContext context, CopyFilter filter, bool inRollups, CancellationToken cancellationToken)
    {
        var all = await MatchingAsync(context, filter, cancellationToken);
        var ids = await all.OrderBy(dataset => dataset.Id).Select(dataset => dataset.Id).Take(Few + 1).ToArrayAsync(cancellationToken);
        long[] known = ids.Length > Few ? ids[..Few] : ids;
        var first = context.Datasets.AsNoTracking().Where(dataset => EF.Parameter(known).Contains(dataset.Id));
        if (ids.Length <= Few)
            return new(first, first, AreNone: ids.Length == 0, AreMany: false);
        var most = inRollups ? MostInRollups : Most;
        return new(all, first, AreNone: false, AreMany: await all.Take(most + 1).CountAsync(cancellationToken) > most);
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
            datasets = datasets.Where(dataset => stages.Contains(dataset.Standing.Stage));
        }

        return filter.Text is { } text ? (await DatasetSearch.ResolveAsync(context, text, cancellationToken)).Among(datasets) : datasets;
    }
}
