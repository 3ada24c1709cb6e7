using Dashboard.Core.Inventory;

namespace Dashboard.Web.Features.Inventory;

/// <summary>The copies of each of these rollups.</summary>
internal sealed class RollupStreams : CopyStreams
{
    private readonly IQueryable<long> rollups;

    public RollupStreams(IQueryable<CopyRollup> rollups, int? count) : this(rollups.Select(rollup => rollup.Id), count)
    {
    }

    private RollupStreams(IQueryable<long> rollups, int? count) => (this.rollups, Count) = (rollups, count);

    public override IQueryable<long> IdsAt<TKey>(IQueryable<CopyPoint<TKey>> sorted, int place) =>
        rollups.Select(id => sorted.Where(copy => copy.RollupId == id).Skip(place).Select(copy => copy.Id).FirstOrDefault());

    public override IQueryable<CopyPoint<TKey>> Of<TKey>(IQueryable<CopyPoint<TKey>> copies) => copies.Where(copy => rollups.Contains(copy.RollupId));

    public override CopyStreams Through(IQueryable<Copy> copies, int count) => new RollupStreams(copies.Select(copy => copy.RollupId).Distinct(), count);
}
