using System.Globalization;
using System.Linq.Expressions;
using Dashboard.Core;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>What is needed of a copy to order and to filter it. But for the resource id, all of it stands in the index of the order.</summary>
/// <typeparam name="TKey">What the order goes by.</typeparam>
internal sealed class CopyPoint<TKey>
{
    public long Id { get; init; }

    public required TKey Key { get; init; }

    /// <summary>Decides between equal keys.</summary>
    public long Tie { get; init; }

    public long RollupId { get; init; }

    public long DatasetId { get; init; }

    public required string ResourceId { get; init; }

    public long SourceId { get; init; }

    public long LocationId { get; init; }

    public CopyRole Role { get; init; }

    public CopyState State { get; init; }
}

/// <summary>A copy that was found, and its place in the order.</summary>
internal sealed record FoundCopy<TKey>(long Id, TKey Key, long Tie)
{
    public Mark<TKey> Mark => new(Key, Tie);
}

/// <summary>A place in an order: a page begins after it or ends before it.</summary>
internal readonly record struct Mark<TKey>(TKey Key, long Tie);

/// <summary>One of the orders that an index serves, and how its marks are written in an address.</summary>
internal sealed record CopyOrder<TKey>(
    Expression<Func<Copy, CopyPoint<TKey>>> Point,
    Func<TKey, string> WriteKey,
    Func<string, (bool IsRead, TKey Key)> ReadKey)
{
    /// <summary>Do a great many copies have one key, as all have that came by one import?</summary>
    public bool SharesKeys { get; init; }

    /// <summary>Where all datasets begin in this order, and whether descending, if that is kept.</summary>
    public Func<DashboardContext, bool, IQueryable<DatasetStart<TKey>>>? Starts { get; init; }

    public string Write(Mark<TKey> mark) => string.Create(CultureInfo.InvariantCulture, $"{mark.Tie}~{WriteKey(mark.Key)}");

    /// <summary>Null for a mark that is none: whoever changes the address by hand sees the first page.</summary>
    public Mark<TKey>? Read(string? text)
    {
        if (text?.Split('~', 2) is not [var first, var rest] || !long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var tie))
            return null;
        var (isRead, key) = ReadKey(rest);
        return isRead ? new(key, tie) : null;
    }
}

/// <summary>The orders. Each ends in something unique, so that no page overlaps another.</summary>
internal static class CopyOrders
{
    public static readonly CopyOrder<string> Resource = new(
        copy => new()
        {
            Id = copy.Id, Key = copy.ResourceId, Tie = copy.SourceId, RollupId = copy.RollupId, DatasetId = copy.DatasetId, ResourceId = copy.ResourceId,
            SourceId = copy.SourceId, LocationId = copy.LocationId, Role = copy.Role, State = copy.State,
        },
        key => key,
        text => (true, text))
        {
            Starts = (context, descending) => descending
                ? context.DatasetSpans.AsNoTracking().Select(span => new DatasetStart<string> { DatasetId = span.DatasetId, Key = span.Last })
                : context.DatasetSpans.AsNoTracking().Select(span => new DatasetStart<string> { DatasetId = span.DatasetId, Key = span.First }),
        };

    public static readonly CopyOrder<long> Bytes = new(
        copy => new()
        {
            Id = copy.Id, Key = copy.Bytes, Tie = copy.Id, RollupId = copy.RollupId, DatasetId = copy.DatasetId, ResourceId = copy.ResourceId,
            SourceId = copy.SourceId, LocationId = copy.LocationId, Role = copy.Role, State = copy.State,
        },
        key => key.ToString(CultureInfo.InvariantCulture),
        text => (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var key), key));

    public static readonly CopyOrder<DateTimeOffset> FirstSeen = new(
        copy => new()
        {
            Id = copy.Id, Key = copy.FirstSeen, Tie = copy.Id, RollupId = copy.RollupId, DatasetId = copy.DatasetId, ResourceId = copy.ResourceId,
            SourceId = copy.SourceId, LocationId = copy.LocationId, Role = copy.Role, State = copy.State,
        },
        key => key.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        text => (DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var key), key))
        {
            SharesKeys = true,
        };
}
