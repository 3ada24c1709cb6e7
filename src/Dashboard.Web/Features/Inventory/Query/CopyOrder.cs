using System.Globalization;
using System.Linq.Expressions;
using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Marks;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>The values of a copy that queries sort and filter by.</summary>
/// <typeparam name="TKey">Type of the sort key.</typeparam>
internal sealed class SortableCopy<TKey>
{
    public long Id { get; init; }

    public required TKey Key { get; init; }

    /// <summary>Breaks ties between equal keys.</summary>
    public long Tie { get; init; }

    public long RollupId { get; init; }

    public long DatasetId { get; init; }

    public required string ResourceId { get; init; }

    public long Bytes { get; init; }
}

/// <summary>A copy that matches, with its position in the sort order.</summary>
internal sealed record FoundCopy<TKey>(long Id, TKey Key, long Tie)
{
    public Cursor<TKey> Cursor => new(Key, Tie);
}

/// <summary>A position in a sort order. A page starts after it or ends before it.</summary>
internal readonly record struct Cursor<TKey>(TKey Key, long Tie);

/// <summary>A sort order that has an index, in one direction, and the text form of its cursors in URLs.</summary>
internal sealed record CopyOrder<TKey>
{
    public required Expression<Func<Copy, SortableCopy<TKey>>> Projection { get; init; }

    public required Func<TKey, Expression<Func<SortableCopy<TKey>, bool>>> Equal { get; init; }

    public required Func<TKey, Expression<Func<SortableCopy<TKey>, bool>>> Less { get; init; }

    public required Func<TKey, Expression<Func<SortableCopy<TKey>, bool>>> Greater { get; init; }

    /// <summary>No copy's key is as low as this.</summary>
    public required TKey BelowAll { get; init; }

    public required Func<TKey, string> WriteKey { get; init; }

    public required Func<string, (bool IsRead, TKey Key)> ReadKey { get; init; }

    public bool Descending { get; init; }

    public IOrderedQueryable<SortableCopy<TKey>> Sorted(IQueryable<SortableCopy<TKey>> copies) => Descending
        ? copies.OrderByDescending(copy => copy.Key).ThenByDescending(copy => copy.Tie)
        : copies.OrderBy(copy => copy.Key).ThenBy(copy => copy.Tie);

    /// <summary>The copies that have the cursor's key and come after the cursor.</summary>
    public IQueryable<SortableCopy<TKey>> Ties(IQueryable<SortableCopy<TKey>> copies, Cursor<TKey> cursor)
    {
        var same = copies.Where(Equal(cursor.Key));
        return Descending ? same.Where(copy => copy.Tie < cursor.Tie) : same.Where(copy => copy.Tie > cursor.Tie);
    }

    /// <summary>The copies whose key comes after the cursor's key.</summary>
    public IQueryable<SortableCopy<TKey>> Beyond(IQueryable<SortableCopy<TKey>> copies, Cursor<TKey> cursor) =>
        copies.Where(Descending ? Less(cursor.Key) : Greater(cursor.Key));

    public string Write(Cursor<TKey> cursor) => string.Create(CultureInfo.InvariantCulture, $"{cursor.Tie}~{WriteKey(cursor.Key)}");

    /// <summary>Null for text that is not a cursor, so that a URL edited by hand shows the first page.</summary>
    public Cursor<TKey>? Read(string? text)
    {
        if (text?.Split('~', 2) is not [var first, var rest] || !long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var tie))
            return null;
        var (isRead, key) = ReadKey(rest);
        return isRead ? new(key, tie) : null;
    }
}

/// <summary>The sort orders. Key and tie together are unique, so pages never overlap.</summary>
internal static class CopyOrders
{
    public static readonly CopyOrder<string> Resource = new()
    {
        Projection = copy => new() { Id = copy.Id, Key = copy.ResourceId, Tie = copy.SourceId, RollupId = copy.RollupId, DatasetId = copy.DatasetId, ResourceId = copy.ResourceId, Bytes = copy.Bytes },
        Equal = key => copy => copy.Key == key,
        Less = key => copy => string.Compare(copy.Key, key) < 0,
        Greater = key => copy => string.Compare(copy.Key, key) > 0,
        BelowAll = "",
        WriteKey = key => key,
        ReadKey = text => (true, text),
    };

    public static readonly CopyOrder<long> Bytes = new()
    {
        Projection = copy => new() { Id = copy.Id, Key = copy.Bytes, Tie = copy.Id, RollupId = copy.RollupId, DatasetId = copy.DatasetId, ResourceId = copy.ResourceId, Bytes = copy.Bytes },
        Equal = key => copy => copy.Key == key,
        Less = key => copy => copy.Key < key,
        Greater = key => copy => copy.Key > key,
        BelowAll = -1,
        WriteKey = key => key.ToString(CultureInfo.InvariantCulture),
        ReadKey = text => (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var key), key),
    };

    public static readonly CopyOrder<DateTimeOffset> FirstSeen = new()
    {
        Projection = copy => new() { Id = copy.Id, Key = copy.FirstSeen, Tie = copy.Id, RollupId = copy.RollupId, DatasetId = copy.DatasetId, ResourceId = copy.ResourceId, Bytes = copy.Bytes },
        Equal = key => copy => copy.Key == key,
        Less = key => copy => copy.Key < key,
        Greater = key => copy => copy.Key > key,
        BelowAll = DateTimeOffset.MinValue,
        WriteKey = key => key.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ReadKey = text => (DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var key), key),
    };
}
