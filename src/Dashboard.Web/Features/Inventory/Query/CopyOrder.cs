using System.Globalization;
using System.Linq.Expressions;
using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Marks;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>The values of a copy that decide its place in an order, and whether it matches.</summary>
/// <typeparam name="TKey">What the order sorts by.</typeparam>
internal sealed class CopyPoint<TKey>
{
    public long Id { get; init; }

    public required TKey Key { get; init; }

    /// <summary>Decides between equal keys.</summary>
    public long Tie { get; init; }

    public long RollupId { get; init; }

    public long DatasetId { get; init; }

    public required string ResourceId { get; init; }

    public long Bytes { get; init; }
}

/// <summary>A copy and its place in the order.</summary>
internal sealed record FoundCopy<TKey>(long Id, TKey Key, long Tie)
{
    public Mark<TKey> Mark => new(Key, Tie);
}

/// <summary>A place in an order. A page begins after it or ends before it.</summary>
internal readonly record struct Mark<TKey>(TKey Key, long Tie);

/// <summary>An order that an index serves, in one direction, and how its marks are written in an address.</summary>
internal sealed record CopyOrder<TKey>
{
    public required Expression<Func<Copy, CopyPoint<TKey>>> Point { get; init; }

    public required Func<TKey, Expression<Func<CopyPoint<TKey>, bool>>> Equal { get; init; }

    public required Func<TKey, Expression<Func<CopyPoint<TKey>, bool>>> Less { get; init; }

    public required Func<TKey, Expression<Func<CopyPoint<TKey>, bool>>> Greater { get; init; }

    public required Func<TKey, string> WriteKey { get; init; }

    public required Func<string, (bool IsRead, TKey Key)> ReadKey { get; init; }

    public bool Descending { get; init; }

    public IOrderedQueryable<CopyPoint<TKey>> Sorted(IQueryable<CopyPoint<TKey>> points) => Descending
        ? points.OrderByDescending(point => point.Key).ThenByDescending(point => point.Tie)
        : points.OrderBy(point => point.Key).ThenBy(point => point.Tie);

    /// <summary>The points that share the mark's key and follow it.</summary>
    public IQueryable<CopyPoint<TKey>> Ties(IQueryable<CopyPoint<TKey>> points, Mark<TKey> mark)
    {
        var same = points.Where(Equal(mark.Key));
        return Descending ? same.Where(point => point.Tie < mark.Tie) : same.Where(point => point.Tie > mark.Tie);
    }

    /// <summary>The points whose key follows the mark's.</summary>
    public IQueryable<CopyPoint<TKey>> Beyond(IQueryable<CopyPoint<TKey>> points, Mark<TKey> mark) =>
        points.Where(Descending ? Less(mark.Key) : Greater(mark.Key));

    public string Write(Mark<TKey> mark) => string.Create(CultureInfo.InvariantCulture, $"{mark.Tie}~{WriteKey(mark.Key)}");

    /// <summary>Null for text that is not a mark: an address edited by hand shows the first page.</summary>
    public Mark<TKey>? Read(string? text)
    {
        if (text?.Split('~', 2) is not [var first, var rest] || !long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var tie))
            return null;
        var (isRead, key) = ReadKey(rest);
        return isRead ? new(key, tie) : null;
    }
}

/// <summary>The orders. Each ends in something unique, so that pages never overlap.</summary>
internal static class CopyOrders
{
    public static readonly CopyOrder<string> Resource = new()
    {
        Point = copy => new() { Id = copy.Id, Key = copy.ResourceId, Tie = copy.SourceId, RollupId = copy.RollupId, DatasetId = copy.DatasetId, ResourceId = copy.ResourceId, Bytes = copy.Bytes },
        Equal = key => point => point.Key == key,
        Less = key => point => string.Compare(point.Key, key) < 0,
        Greater = key => point => string.Compare(point.Key, key) > 0,
        WriteKey = key => key,
        ReadKey = text => (true, text),
    };

    public static readonly CopyOrder<long> Bytes = new()
    {
        Point = copy => new() { Id = copy.Id, Key = copy.Bytes, Tie = copy.Id, RollupId = copy.RollupId, DatasetId = copy.DatasetId, ResourceId = copy.ResourceId, Bytes = copy.Bytes },
        Equal = key => point => point.Key == key,
        Less = key => point => point.Key < key,
        Greater = key => point => point.Key > key,
        WriteKey = key => key.ToString(CultureInfo.InvariantCulture),
        ReadKey = text => (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var key), key),
    };

    public static readonly CopyOrder<DateTimeOffset> FirstSeen = new()
    {
        Point = copy => new() { Id = copy.Id, Key = copy.FirstSeen, Tie = copy.Id, RollupId = copy.RollupId, DatasetId = copy.DatasetId, ResourceId = copy.ResourceId, Bytes = copy.Bytes },
        Equal = key => point => point.Key == key,
        Less = key => point => point.Key < key,
        Greater = key => point => point.Key > key,
        WriteKey = key => key.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ReadKey = text => (DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var key), key),
    };
}
