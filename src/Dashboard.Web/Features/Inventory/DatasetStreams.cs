using Dashboard.Core;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>The copies of each of these datasets.</summary>
internal sealed class DatasetStreams : CopyStreams
{
    /// <summary>The most datasets that are asked one by one, at a microsecond or two each.</summary>
    public const int Most = 10_000;

    private readonly DashboardContext context;
    private readonly IQueryable<long> datasets;

    /// <param name="datasets">Their ids; an id may come more than once.</param>
    /// <param name="count">How many there are, when that is known.</param>
    public DatasetStreams(DashboardContext context, IQueryable<long> datasets, int? count) => (this.context, this.datasets, Count) = (context, datasets, count);

    /// <summary>Of these ids.</summary>
    public DatasetStreams(DashboardContext context, long[] ids)
        : this(context, context.Datasets.Where(dataset => EF.Parameter(ids).Contains(dataset.Id)).Select(dataset => dataset.Id), ids.Length)
    {
    }

    public override bool MixRollups => true;

    public override IQueryable<long> IdsAt<TKey>(IQueryable<CopyPoint<TKey>> sorted, int place) =>
        datasets.Select(id => sorted.Where(copy => copy.DatasetId == id).Skip(place).Select(copy => copy.Id).FirstOrDefault());

    public override IQueryable<StreamHead> Heads<TKey>(IQueryable<CopyPoint<TKey>> sorted) =>
        datasets.Select(id => new StreamHead { Number = id, Key = sorted.Where(copy => copy.DatasetId == id).Select(copy => (object?)copy.Key).FirstOrDefault() });

    public override IQueryable<CopyPoint<TKey>> Of<TKey>(IQueryable<CopyPoint<TKey>> copies) =>
        from dataset in context.Datasets
        where datasets.Contains(dataset.Id)
        from copy in copies
        where copy.DatasetId == dataset.Id
        select copy;

    public override IQueryable<long> Through<TKey>(IQueryable<CopyPoint<TKey>> copies) => copies.Select(copy => copy.DatasetId);

    public override CopyStreams Only(long[] numbers) => new DatasetStreams(context, numbers);
}
