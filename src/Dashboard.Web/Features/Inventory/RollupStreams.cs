using Dashboard.Core;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>The copies of each of these rollups.</summary>
internal sealed class RollupStreams : CopyStreams
{
    private readonly DashboardContext context;
    private readonly IQueryable<long> rollups;

    public RollupStreams(DashboardContext context, IQueryable<CopyRollup> rollups, int? count) =>
        (this.context, this.rollups, Count) = (context, rollups.Select(rollup => rollup.Id), count);

    public override IQueryable<long> IdsAt<TKey>(IQueryable<CopyPoint<TKey>> sorted, int place) =>
        rollups.Select(id => sorted.Where(copy => copy.RollupId == id).Skip(place).Select(copy => copy.Id).FirstOrDefault());

    public override IQueryable<StreamHead> Heads<TKey>(IQueryable<CopyPoint<TKey>> sorted) =>
        rollups.Select(id => new StreamHead { Number = id, Key = sorted.Where(copy => copy.RollupId == id).Select(copy => (object?)copy.Key).FirstOrDefault() });

    public override IQueryable<CopyPoint<TKey>> Of<TKey>(IQueryable<CopyPoint<TKey>> copies) =>
        from id in rollups
        from copy in copies
        where copy.RollupId == id
        select copy;

    public override IQueryable<long> Through<TKey>(IQueryable<CopyPoint<TKey>> copies) => copies.Select(copy => copy.RollupId);

    public override CopyStreams Only(long[] numbers) =>
        new RollupStreams(context, context.CopyRollups.Where(rollup => EF.Parameter(numbers).Contains(rollup.Id)), numbers.Length);
}
