using System.Globalization;
using System.Runtime.CompilerServices;
using Dashboard.Core;
using Dashboard.Testing;
using Dashboard.Testing.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dashboard.Slice.Tests.SqlServer;

/// <summary>The statements that saving sends to SQL Server for every table of the model: single and several inserts, updates of all columns, deletes.</summary>
internal static class SavedRows
{
    /// <summary>The provider inserts four or more rows with one MERGE.</summary>
    private const int Several = 5;

    public static List<SqlStatement> Statements()
    {
        var sent = new List<SqlStatement>();
        using var model = NoServer.Open([]);
        foreach (var entity in model.Model.GetEntityTypes())
        {
            Save(sent, entity, EntityState.Added, 1);
            Save(sent, entity, EntityState.Added, Several);
            if (entity.GetProperties().Any(property => !property.IsPrimaryKey()))
                Save(sent, entity, EntityState.Modified, 1);
            Save(sent, entity, EntityState.Deleted, 1);
        }

        return [.. sent.DistinctBy(statement => statement.Text)];
    }

    private static void Save(List<SqlStatement> sent, IEntityType entity, EntityState state, int rows)
    {
        using var context = NoServer.Open(sent).Arranging();
        for (var row = 1; row <= rows; row++)
        {
            var instance = RuntimeHelpers.GetUninitializedObject(entity.ClrType);
            var entry = context.Entry(instance);
            Fill(entry, row, isNew: state is EntityState.Added);
            entry.State = state;
        }

        var before = sent.Count;
        // No server returns the written rows. Where saving expects some, it reports a conflict.
        var conflict = Record.Exception(() => context.SaveChanges());
        if (conflict is not null)
            Assert.IsType<DbUpdateException>(conflict, exactMatch: false);
        Assert.True(sent.Count > before, $"{entity.DisplayName()} {state} sent nothing. {conflict}");
    }

    private static void Fill(EntityEntry entry, long id, bool isNew)
    {
        foreach (var complex in entry.ComplexProperties)
            complex.CurrentValue = RuntimeHelpers.GetUninitializedObject(complex.Metadata.ClrType);
        foreach (var property in entry.Properties.Where(property => !property.Metadata.IsPrimaryKey() && !property.Metadata.IsNullable))
            property.CurrentValue = Sample(property.Metadata.ClrType);
        foreach (var key in entry.Properties.Where(property => property.Metadata.IsPrimaryKey() && !(isNew && property.Metadata.ValueGenerated is ValueGenerated.OnAdd)))
            key.CurrentValue = Convert.ChangeType(id, key.Metadata.ClrType, CultureInfo.InvariantCulture);
    }

    private static object Sample(Type type) =>
        type == typeof(string) ? "x"
        : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0)
        : type is { IsInterface: true, GenericTypeArguments: [var item] } ? Array.CreateInstance(item, 0)
        : type.IsEnum || type.IsValueType ? Activator.CreateInstance(type)!
        : RuntimeHelpers.GetUninitializedObject(type);
}
