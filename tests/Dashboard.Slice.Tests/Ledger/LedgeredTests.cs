using System.Runtime.CompilerServices;
using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Ledger;

/// <summary>Nothing that the ledger answers for can be saved without it, whatever is added to the model.</summary>
public sealed class LedgeredTests : IDisposable
{
    private readonly SqliteTestDatabase database = new();

    public static TheoryData<string, EntityState> EveryChange => [.. new MatrixTheoryData<string, EntityState>(
        [.. Ledgered.Select(type => type.Name)], [EntityState.Added, EntityState.Modified, EntityState.Deleted]).Select(row => row.Data)];

    private static Type[] Ledgered =>
        [.. typeof(ILedgered).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(ILedgered))).OrderBy(type => type.Name, StringComparer.Ordinal)];

    public void Dispose() => database.Dispose();

    [Theory, MemberData(nameof(EveryChange))]
    public async Task Save_OutsideAChange_IsRefused(string name, EntityState state)
    {
        await using var context = database.CreateDbContext();
        var entry = context.Entry(RuntimeHelpers.GetUninitializedObject(Ledgered.Single(type => type.Name == name)));
        foreach (var part in entry.ComplexProperties)
            part.CurrentValue = RuntimeHelpers.GetUninitializedObject(part.Metadata.ClrType);
        foreach (var key in entry.Properties.Where(property => property.Metadata.IsPrimaryKey()))
            key.CurrentValue = 1L;
        entry.State = state;

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync(TestContext.Current.CancellationToken));
        Assert.Contains($"A change of {name} must be recorded", refused.Message, StringComparison.Ordinal);
        Assert.Equal(refused.Message, Assert.Throws<InvalidOperationException>(() => context.SaveChanges()).Message);
    }

    [Fact]
    public void Types_AreAllInTheModel()
    {
        using var context = database.CreateDbContext();

        Assert.Equal(
            Ledgered,
            context.Model.GetEntityTypes().Select(entity => entity.ClrType).Where(type => type.IsAssignableTo(typeof(ILedgered)))
                .OrderBy(type => type.Name, StringComparer.Ordinal));
        Assert.True(Ledgered.Length >= 9);
    }
}
