using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Core;

/// <summary>Stores a short list or record in its row as JSON text. It works the same on both databases and is never searched.</summary>
internal static class JsonColumn
{
    public static PropertyBuilder<IReadOnlyList<T>> IsJsonList<T>(this PropertyBuilder<IReadOnlyList<T>> property)
    {
        property.HasConversion(
            list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<T[]>(text, JsonSerializerOptions.Default) ?? Array.Empty<T>(),
            new ValueComparer<IReadOnlyList<T>>(
                (left, right) => left!.SequenceEqual(right!),
                list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
                list => list.ToArray()));
        return property;
    }

    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property) where T : class =>
        property.HasConversion(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Default)!);
}
