using Dashboard.Core.Inventory;

namespace Dashboard.Web.Features.Inventory;

/// <summary>The copies of each of these datasets.</summary>
internal sealed class DatasetStreams : CopyStreams
{
    /// <summary>The most datasets that are asked one by one, at a microsecond or two each.</summary>
    public const int Most = 10_000;

    private readonly IQueryable<long> datasets;

    /// <param name="datasets">Their ids; an id may come more than once.</param>
    /// <param name="count">How many there are, when that is known.</param>
    public DatasetStreams(IQueryable<long> datasets, int? count) => (this.datasets, Count) = (datasets, count);

    public override bool MixRollups => true;

    public override IQueryable<long> IdsAt<TKey>(IQueryable<CopyPoint<TKey>> sorted, int place) =>
        datasets.Select(id => sorted.Where(copy => copy.DatasetId == id).Skip(place).Select(copy => copy.Id).FirstOrDefault());

    public override IQueryable<CopyPoint<TKey>> Of<TKey>(IQueryable<CopyPoint<TKey>> copies) => copies.Where(copy => datasets.Contains(copy.DatasetId));

    public override CopyStreams Through(IQueryable<Copy> copies, int count) => new DatasetStreams(copies.Select(copy => copy.DatasetId).Distinct(), count);
}
