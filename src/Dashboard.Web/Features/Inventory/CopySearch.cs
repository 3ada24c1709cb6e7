using System.Linq.Expressions;
using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>A filter, resolved: the rollups it means and, when it names datasets or resources, which.</summary>
internal sealed class CopySearch
{
    /// <summary>Up to this many datasets of a text are known by their ids, where no rollups are left out.</summary>
    private const int FewDatasets = 300;

    private readonly IQueryable<CopyRollup>? rollups;
    private readonly IQueryable<long>? datasets;
    private readonly IQueryable<long>? firstDatasets;
    private readonly (string From, string Before)? prefix;

    /// <param name="firstDatasets">Some of the datasets, when they are too many to be known by their ids.</param>
    private CopySearch(
        DashboardContext context, IQueryable<CopyRollup>? rollups, IQueryable<long>? datasets, IQueryable<long>? firstDatasets, (string, string)? prefix) =>
        (Context, this.rollups, this.datasets, this.firstDatasets, this.prefix) = (context, rollups, datasets, firstDatasets, prefix);

    public DashboardContext Context { get; }

    /// <summary>The rollups asked for, all of them included.</summary>
    public IQueryable<CopyRollup> Rollups => rollups ?? Context.CopyRollups.AsNoTracking();

    /// <summary>Does it leave rollups out? Then they tell where to look.</summary>
    public bool NamesRollups => rollups is not null;

    /// <summary>Does it ask for more than rollups know?</summary>
    public bool NamesDatasets => datasets is not null || prefix is not null;

    /// <summary>Is it asked of datasets alone, whose shares of the rollups tell what it amounts to?</summary>
    public bool NamesOnlyDatasets => datasets is not null && prefix is null;

    /// <summary>What datasets and what resource ids mean, where a text means both: each is found far sooner by itself. Else empty.</summary>
    public CopySearch[] Halves { get; private init; } = [];

    /// <summary>The datasets that hold all matches, when they are few enough to be asked one by one.</summary>
    private DatasetStreams? Named { get; init; }

    /// <summary>All that it asks for, by what stands on the shelves; null where these do not tell it.</summary>
    public IQueryable<ShelfRollup>? Shelved { get; private init; }

    /// <summary>Does it want either all of a shelf or nothing?</summary>
    private bool KeepsShelves { get; init; }

    /// <param name="forOnePage">
    /// Is it asked once, and at once? Then it may rest on what just holds. Whoever goes on with it must not: an import may add copies in between.
    /// </param>
    public static async Task<CopySearch> ResolveAsync(
        DashboardContext context, CopyFilter filter, InventoryFrame frame, bool forOnePage, CancellationToken cancellationToken)
    {
        var wanted = RollupFilter.Matching(context, filter, frame);
        var shelved = RollupFilter.Shelved(context, filter, frame);
        var keepsShelves = RollupFilter.KeepsShelves(filter, frame);
        if (!filter.NamesDatasets)
            return new(context, wanted, null, null, null) { Shelved = shelved, KeepsShelves = keepsShelves };

        // Of so many datasets the shares tell, most often, whether there are more copies than are counted; where a filter leaves some out, of more.
        var few = wanted is null ? FewDatasets : DatasetSearch.Few;
        var text = filter.Text is { } asked ? await DatasetSearch.ResolveAsync(context, asked, cancellationToken, few) : null;
        if (filter is { Owner: null, Dataset: null, Stages.Length: 0 } && text is not null)
        {
            (string, string)? range = await HasPrefixAsync(context, filter.Text!, cancellationToken) ? Beginning.Of(filter.Text!) : null;
            var named = new CopySearch(context, wanted, text.Ids, text.IsAll ? null : ByIds(context, text.First), null)
            {
                Named = text.IsCommon ? null : new(context, text.Ids, text.IsAll ? text.First.Length : null),
            };
            if (range is not { } beginning)
                return named;
            var begun = await BeginningAsync(context, wanted, keepsShelves ? shelved : null, beginning, forOnePage, cancellationToken);
            return text is { IsAll: true, First.Length: 0 } ? begun : new(context, wanted, named.datasets, named.firstDatasets, range) { Halves = [named, begun] };
        }

        var among = Datasets(context, filter, text);
        var ids = await among.OrderBy(id => id).Take(DatasetSearch.Few + 1).ToArrayAsync(cancellationToken);
        if (ids.Length <= DatasetSearch.Few)
            return new(context, wanted, ByIds(context, ids), null, null) { Named = new(context, ids) };
        var areMany = await among.OrderBy(id => id).Take(DatasetStreams.Most + 1).CountAsync(cancellationToken) > DatasetStreams.Most;
        return new(context, wanted, among, ByIds(context, ids[..DatasetSearch.Few]), null) { Named = areMany ? null : new(context, among, null) };
    }

    /// <summary>
    /// Of the resources whose ids begin so. Often a source's ids begin alike: where all on a shelf do or none, a page asks for shelves, and no
    /// more for resources.
    /// </summary>
    private static async Task<CopySearch> BeginningAsync(
        DashboardContext context, IQueryable<CopyRollup>? rollups, IQueryable<ShelfRollup>? shelved, (string From, string Before) range, bool forOnePage,
        CancellationToken cancellationToken)
    {
        var wanted = rollups ?? context.CopyRollups.AsNoTracking();
        var shelves = await ShelfRange.Of(context, range).ToListAsync(cancellationToken);
        var ids = shelves.Where(shelf => shelf.Within != 0).Select(shelf => shelf.RollupId).ToArray();
        var begun = context.CopyRollups.Where(rollup => EF.Parameter(ids).Contains(rollup.Id));
        var areWhole = forOnePage && shelves.TrueForAll(shelf => shelf.Within == 0 || shelf is { Before: 0, Beyond: 0 });
        return new(context, ShelfStreams.OnShelvesOf(wanted, begun), null, null, areWhole ? null : range)
        {
            Shelved = shelved is null ? null : ShelfStreams.OnShelvesOf(shelved, begun),
            KeepsShelves = shelved is not null,
        };
    }

    /// <summary>Does it want all of <see cref="CopiesFor"/>?</summary>
    public bool WantsAll(bool byResource) => rollups is null && datasets is null && (prefix is null || byResource);

    /// <summary>
    /// The streams that hold all matches and nothing else but what other rollups hold; null when it asks for what no stream keeps apart: a
    /// text that too many datasets have, or the beginning of a resource id in another order than theirs.
    /// </summary>
    /// <param name="count">How many rollups it asks for, where it is known and pays to know.</param>
    public async Task<CopyStreams?> StreamsAsync(bool byResource, int? count, CancellationToken cancellationToken)
    {
        if (NamesOnlyDatasets)
        {
            // Of many, only those that have any of it: one that has none would be gone through to its end.
            return NamesRollups && Named is { Count: null } ? new DatasetStreams(Context, Shares.Select(share => share.DatasetId).Distinct(), null) : Named;
        }

        if (datasets is not null || (prefix is not null && !byResource))
            return null;
        if (KeepsShelves && await ShelfStreams.OfAsync(Context, Shelved!, cancellationToken) is { } shelves)
            return shelves;
        return new RollupStreams(Context, Rollups, count);
    }

    /// <summary>Leaves of these points the ones that are asked for.</summary>
    /// <param name="byDataset">Keep the database from looking for them by their rollups, of which there may be thousands.</param>
    public IQueryable<CopyPoint<TKey>> Among<TKey>(IQueryable<CopyPoint<TKey>> points, bool byDataset = false)
    {
        points = OfRollups(points, byDataset);
        var isWalked = !byDataset && firstDatasets is not null;
        return (datasets, prefix) switch
        {
            // One by one where points are walked along: no list of all these datasets is made.
            ({ } many, null) when isWalked => points.Where(point => many.Where(id => id == point.DatasetId).Any()),
            ({ } many, { } range) when isWalked => points.Where(Conditions.Either(point => many.Where(id => id == point.DatasetId).Any(), Begins<TKey>(range, byDataset))),
            ({ } named, null) => points.Where(point => named.Contains(point.DatasetId)),
            ({ } named, { } range) => points.Where(Conditions.Either(point => named.Contains(point.DatasetId), Begins<TKey>(range, byDataset))),
            (null, { } range) => points.Where(Begins<TKey>(range, byDataset)),
            _ => points,
        };
    }

    /// <summary>Does the resource's id begin as asked for? Where the order's index lacks it, only points that pass what else is asked are looked up.</summary>
    private Expression<Func<CopyPoint<TKey>, bool>> Begins<TKey>((string From, string Before) range, bool byDataset)
    {
        var (from, before) = range;
        var inRange = InRange(Context.Copies, from, before);
        return byDataset || typeof(TKey) == typeof(string)
            ? point => string.Compare(point.ResourceId, from) >= 0 && string.Compare(point.ResourceId, before) < 0
            : point => inRange.Any(copy => copy.Id == point.Id);
    }

    /// <summary>Leaves of these points the ones in the rollups that are asked for.</summary>
    public IQueryable<CopyPoint<TKey>> OfRollups<TKey>(IQueryable<CopyPoint<TKey>> points, bool byDataset)
    {
        if (rollups is null)
            return points;
        var ids = rollups.Select(rollup => rollup.Id);
        return byDataset ? points.Where(point => ids.Contains(point.RollupId + 0)) : points.Where(point => ids.Contains(point.RollupId));
    }

    /// <summary>The copies among which all matches lie: by resource id those that begin as asked for, when that is how they are found.</summary>
    public IQueryable<Copy> CopiesFor(bool byResource) => byResource && (datasets, prefix) is (null, var (from, before))
        ? InRange(Context.Copies.AsNoTracking(), from, before)
        : Context.Copies.AsNoTracking();

    /// <summary>All that match, in no order.</summary>
    public IQueryable<CopyPoint<long>> Matches => Among(CopiesFor(byResource: true).Select(CopyOrders.Bytes.Point), byDataset: NamesDatasets);

    /// <summary>Leaves of these points the ones of other datasets than those that are asked for.</summary>
    public IQueryable<CopyPoint<TKey>> Beside<TKey>(IQueryable<CopyPoint<TKey>> points)
    {
        var named = datasets!;
        return points.Where(point => !named.Contains(point.DatasetId));
    }

    /// <summary>In the order in which the index that finds them holds them: any order will do, and this one costs nothing.</summary>
    public IQueryable<CopyPoint<TKey>> AsFound<TKey>(IQueryable<CopyPoint<TKey>> points) =>
        datasets is null ? points.OrderBy(point => point.ResourceId) : points.OrderBy(point => point.DatasetId);

    /// <summary>The same search in some of its datasets, when there are many: enough, most often, to tell that there are many copies.</summary>
    public CopySearch? Sampled => firstDatasets is null ? null : new(Context, rollups, firstDatasets, null, prefix);

    /// <summary>What each of its datasets has of each of its rollups.</summary>
    public IQueryable<DatasetRollup> Shares
    {
        get
        {
            var named = datasets!;
            var shares = Context.DatasetRollups.AsNoTracking().Where(share => named.Contains(share.DatasetId));
            if (rollups is null)
                return shares;
            var ids = rollups.Select(rollup => rollup.Id);

            // Kept from the index, which would be sought for each pair of a dataset and a rollup.
            return shares.Where(share => ids.Contains(share.RollupId + 0));
        }
    }

    /// <summary>Where its datasets begin.</summary>
    /// <param name="oneByOne">Ask for each of these, and make no list of all the datasets?</param>
    public IQueryable<DatasetStart<TKey>> OfDatasets<TKey>(IQueryable<DatasetStart<TKey>> starts, bool oneByOne)
    {
        var named = datasets!;
        return oneByOne ? starts.Where(start => named.Where(id => id == start.DatasetId).Any()) : starts.Where(start => named.Contains(start.DatasetId));
    }

    /// <summary>Along how many entries of an order the wanted number is met twice over, when so many of all copies match and are spread evenly.</summary>
    public async Task<long> EvenStepsAsync(int take, long matches, CancellationToken cancellationToken) =>
        2 * take * (await Context.Copies.MaxAsync(copy => (long?)copy.Id, cancellationToken) ?? 0) / matches;

    private static IQueryable<Copy> InRange(IQueryable<Copy> copies, string from, string before) =>
        copies.Where(copy => string.Compare(copy.ResourceId, from) >= 0 && string.Compare(copy.ResourceId, before) < 0);

    private static Task<bool> HasPrefixAsync(DashboardContext context, string text, CancellationToken cancellationToken)
    {
        var (from, before) = Beginning.Of(text);
        return InRange(context.Copies, from, before).AnyAsync(cancellationToken);
    }

    /// <summary>The datasets of an owner, of a stage or of an id, and of a text beside.</summary>
    private static IQueryable<long> Datasets(DashboardContext context, CopyFilter filter, DatasetSearch? text)
    {
        IQueryable<Dataset> named = context.Datasets.AsNoTracking();
        if (filter.Dataset is { } id)
            named = named.Where(dataset => dataset.Id == id);
        if (filter.Owner is { } owner)
            named = named.Where(dataset => dataset.Owner == owner);
        if (filter.Stages is { Length: > 0 } wanted)
        {
            var stages = wanted.Cast<Stage?>().ToArray();
            named = named.Where(dataset => stages.Contains(dataset.Status.Stage));
        }

        if (text is not null)
            named = text.Among(named);
        return named.Select(dataset => dataset.Id);
    }

    private static IQueryable<long> ByIds(DashboardContext context, long[] ids) =>
        context.Datasets.Where(dataset => EF.Parameter(ids).Contains(dataset.Id)).Select(dataset => dataset.Id);
}
