using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>A filter, resolved: the rollups it means and, when it names datasets or resources, which.</summary>
internal sealed class CopySearch
{
    /// <summary>Beyond this many datasets their ids are left to the database.</summary>
    private const int FewDatasets = 500;

    private readonly IQueryable<CopyRollup>? rollups;
    private readonly IQueryable<long>? datasets;
    private readonly (string From, string Before)? prefix;

    private CopySearch(DashboardContext context, IQueryable<CopyRollup>? rollups, IQueryable<long>? datasets, (string, string)? prefix) =>
        (Context, this.rollups, this.datasets, this.prefix) = (context, rollups, datasets, prefix);

    public DashboardContext Context { get; }

    /// <summary>The rollups asked for, all of them included.</summary>
    public IQueryable<CopyRollup> Rollups => rollups ?? Context.CopyRollups.AsNoTracking();

    public bool IsEverything => rollups is null && !NamesDatasets;

    /// <summary>Does it leave rollups out? Then they tell where to look.</summary>
    public bool NamesRollups => rollups is not null;

    /// <summary>Does it ask for more than rollups know?</summary>
    public bool NamesDatasets => datasets is not null || prefix is not null;

    public static async Task<CopySearch> ResolveAsync(
        DashboardContext context, CopyFilter filter, InventoryFrame frame, CancellationToken cancellationToken)
    {
        var wanted = RollupFilter.Matching(context, filter, frame);
        if (!filter.NamesDatasets)
            return new(context, wanted, null, null);

        var named = Datasets(context, filter);
        var ids = await named.OrderBy(id => id).Take(FewDatasets + 1).ToArrayAsync(cancellationToken);
        (string, string)? range = filter is { Text: { } text, Owner: null, Dataset: null } && await HasPrefixAsync(context, text, cancellationToken)
            ? RangeOf(text)
            : null;
        return ids.Length > FewDatasets ? new(context, wanted, named, range)
            : ids.Length == 0 && range is not null ? new(context, wanted, null, range)
            : new(context, wanted, context.Datasets.Where(dataset => ids.Contains(dataset.Id)).Select(dataset => dataset.Id), range);
    }

    /// <summary>The datasets of an owner, of a text or of an id.</summary>
    internal static IQueryable<long> Datasets(DashboardContext context, CopyFilter filter)
    {
        IQueryable<Dataset> named = context.Datasets.AsNoTracking();
        if (filter.Dataset is { } id)
            named = named.Where(dataset => dataset.Id == id);
        if (filter.Owner is { } owner)
            named = named.Where(dataset => dataset.Owner == owner);
        if (filter.Text?.ToLowerInvariant() is { } text)
            named = named.Where(dataset => dataset.SearchText.Contains(text));
        return named.Select(dataset => dataset.Id);
    }

    /// <summary>Leaves of these points the ones that are asked for.</summary>
    /// <param name="byDataset">Keep the database from looking for them by their rollups, of which there may be thousands.</param>
    public IQueryable<CopyPoint<TKey>> Among<TKey>(IQueryable<CopyPoint<TKey>> points, bool byDataset = false)
    {
        if (rollups is not null)
        {
            var ids = rollups.Select(rollup => rollup.Id);
            points = byDataset ? points.Where(point => ids.Contains(point.RollupId + 0)) : points.Where(point => ids.Contains(point.RollupId));
        }

        return (datasets, prefix) switch
        {
            ({ } named, null) => points.Where(point => named.Contains(point.DatasetId)),
            (null, var (from, before)) => points.Where(point => string.Compare(point.ResourceId, from) >= 0 && string.Compare(point.ResourceId, before) < 0),
            ({ } named, var (from, before)) => points.Where(point => named.Contains(point.DatasetId)
                || (string.Compare(point.ResourceId, from) >= 0 && string.Compare(point.ResourceId, before) < 0)),
            _ => points,
        };
    }

    /// <summary>The copies among which all matches lie: those whose id begins as asked for, when that is how they are found.</summary>
    public IQueryable<Copy> Copies => (datasets, prefix) is (null, var (from, before))
        ? InRange(Context.Copies.AsNoTracking(), from, before)
        : Context.Copies.AsNoTracking();

    /// <summary>In the order in which the index that finds them holds them: any order will do, and this one costs nothing.</summary>
    public IQueryable<CopyPoint<TKey>> AsFound<TKey>(IQueryable<CopyPoint<TKey>> points) =>
        datasets is null ? points.OrderBy(point => point.ResourceId) : points.OrderBy(point => point.DatasetId);

    /// <summary>The same search, with the rollups left out that hold no resource which begins as asked for.</summary>
    public async Task<CopySearch> NarrowedAsync(CancellationToken cancellationToken)
    {
        if ((datasets, prefix) is not (null, var (from, before)))
            return this;
        var inRange = InRange(Context.Copies, from, before);
        var ids = await Rollups.Where(rollup => inRange.Any(copy => copy.RollupId == rollup.Id))
            .Select(rollup => rollup.Id)
            .ToArrayAsync(cancellationToken);
        return new(Context, Context.CopyRollups.AsNoTracking().Where(rollup => EF.Parameter(ids).Contains(rollup.Id)), null, prefix);
    }

    private static IQueryable<Copy> InRange(IQueryable<Copy> copies, string from, string before) =>
        copies.Where(copy => string.Compare(copy.ResourceId, from) >= 0 && string.Compare(copy.ResourceId, before) < 0);

    private static Task<bool> HasPrefixAsync(DashboardContext context, string text, CancellationToken cancellationToken)
    {
        var (from, before) = RangeOf(text);
        return InRange(context.Copies, from, before).AnyAsync(cancellationToken);
    }

    /// <summary>The texts that begin with this one are those from it up to the same with its last character raised by one.</summary>
    private static (string From, string Before) RangeOf(string text) => (text, text[..^1] + (char)(text[^1] + 1));
}
