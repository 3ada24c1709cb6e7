using Dashboard.Core;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>The datasets that a filter names by owner, stage, id or text.</summary>
/// <param name="Ids">All of them. An id may occur more than once.</param>
/// <param name="First">Some of them, at most <see cref="Few"/>.</param>
/// <param name="AreAll">True when <paramref name="First"/> holds all of them.</param>
/// <param name="AreMany">True when there are more than <see cref="Many"/>.</param>
internal sealed record NamedDatasets(IQueryable<long> Ids, long[] First, bool AreAll, bool AreMany)
{
    /// <summary>Up to this many datasets are read by id.</summary>
    private const int Few = DatasetSearch.Few;

    /// <summary>To ask more datasets for their next copy, at two microseconds each, takes longer than to test copy after copy.</summary>
    private const int Many = 10_000;

    public static async Task<NamedDatasets> ResolveAsync(DashboardContext context, CopyFilter filter, CancellationToken cancellationToken)
    {
        var text = filter.Text is { } asked ? await DatasetSearch.ResolveAsync(context, asked, cancellationToken) : null;
        var ids = Matching(context, filter, text).Select(dataset => dataset.Id);
        var first = await ids.OrderBy(id => id).Take(Few + 1).ToArrayAsync(cancellationToken);
        if (first.Length <= Few)
            return new(ById(context, first), first, AreAll: true, AreMany: false);
        var areMany = text is not { IsCommon: false } && await ids.Take(Many + 1).CountAsync(cancellationToken) > Many;
        return new(ids, first[..Few], AreAll: false, areMany);
    }

    /// <summary>The datasets of these ids.</summary>
    public static IQueryable<long> ById(DashboardContext context, long[] ids) =>
        context.Datasets.Where(dataset => EF.Parameter(ids).Contains(dataset.Id)).Select(dataset => dataset.Id);

    private static IQueryable<Dataset> Matching(DashboardContext context, CopyFilter filter, DatasetSearch? text)
    {
        IQueryable<Dataset> datasets = context.Datasets.AsNoTracking();
        if (filter.Dataset is { } id)
            datasets = datasets.Where(dataset => dataset.Id == id);
        if (filter.Owner is { } owner)
            datasets = datasets.Where(dataset => dataset.Owner == owner);
        if (filter.Stages is { Length: > 0 } wanted)
        {
            var stages = wanted.Cast<Stage?>().ToArray();
            datasets = datasets.Where(dataset => stages.Contains(dataset.Standing.Stage));
        }

        return text is null ? datasets : text.Among(datasets);
    }
}
