using System.Collections;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dashboard.Slice.Tests.Differential;

/// <summary>Every row of a database as text, as the model reads it, so that texts of two databases can be compared.</summary>
internal static class EveryRow
{
    /// <summary>What differs from run to run: a random name, and how long the work took.</summary>
    private static readonly string[] Chance = [nameof(Import.Folder), nameof(Import.WorkTime)];

    public static async Task<IReadOnlyList<string>> OfAsync(IDbContextFactory<DashboardContext> contexts, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = new List<string>();
        foreach (var entity in context.Model.GetEntityTypes().OrderBy(entity => entity.Name, StringComparer.Ordinal))
        {
            var rows = (IQueryable)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(entity.ClrType).Invoke(context, null)!;
            lines.AddRange(rows.Cast<object>().AsEnumerable().Select(row => $"{entity.DisplayName()} {Text(entity, row)}").Order(StringComparer.Ordinal));
            context.ChangeTracker.Clear();
        }

        return lines;
    }

    private static string Text(ITypeBase type, object row) => string.Join(", ", type.GetProperties()
        .Where(property => !property.IsShadowProperty() && !Chance.Contains(property.Name))
        .Select(property => $"{property.Name}={Text(property.GetGetter().GetClrValue(row))}")
        .Concat(type.GetComplexProperties().Select(complex => $"{complex.Name}={(complex.GetGetter().GetClrValue(row) is { } value ? $"({Text(complex.ComplexType, value)})" : "")}")));

    private static string Text(object? value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        string text => text,
        DateTimeOffset time => $"{time:O}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(Text))}]",
        _ => $"{value}",
    };
}
