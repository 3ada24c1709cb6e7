using System.Collections;
using System.Globalization;
using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dashboard.Core.Ledger;

/// <summary>Old and new values of the fields that are about to be saved.</summary>
public static class FieldChanges
{
    /// <summary>
    /// The fields of this entity that differ from the database: all fields of a new or removed entity, and the edited fields of an existing
    /// one. IDs of other rows mean nothing to a reader and are left out, unless <paramref name="names"/> gives them names.
    /// </summary>
    /// <param name="names">For fields that contain IDs: the name of the row that has the ID.</param>
    public static IReadOnlyList<FieldChange> Of(
        DashboardContext context, object entity, IReadOnlyDictionary<string, Func<object?, string?>>? names = null)
    {
        var entry = context.Entry(entity);
        return [.. entry.Properties
            .Where(property => IsRecorded(property, names))
            .Select(property => Of(entry.State, property, names?.GetValueOrDefault(property.Metadata.Name) ?? Text))
            .Where(change => change.From != change.To)];
    }

    private static bool IsRecorded(PropertyEntry property, IReadOnlyDictionary<string, Func<object?, string?>>? names) =>
        names?.ContainsKey(property.Metadata.Name) == true
        || (property.Metadata.Name != nameof(IVersioned.Version) && !property.Metadata.IsPrimaryKey() && !property.Metadata.IsForeignKey());

    private static FieldChange Of(EntityState state, PropertyEntry property, Func<object?, string?> text) => new(
        FieldName(property.Metadata),
        state is EntityState.Added ? null : text(property.OriginalValue),
        state is EntityState.Deleted ? null : text(property.CurrentValue));

    /// <summary>In camel case, like the other members of an entry.</summary>
    private static string FieldName(IProperty property)
    {
        var name = property.Name.EndsWith("Id", StringComparison.Ordinal) ? property.Name[..^2] : property.Name;
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "yes" : "no",
        DateTimeOffset time => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum word => word.ToString(),
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(Text)) is { Length: > 0 } words ? words : null,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
