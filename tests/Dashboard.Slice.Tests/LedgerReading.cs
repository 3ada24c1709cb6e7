using Dashboard.Core;
using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests;

/// <summary>Reads the ledger of a test's database, and can make it fail.</summary>
internal static class LedgerReading
{
    /// <summary>The entries, oldest first, read from their bytes.</summary>
    /// <param name="contexts">The database.</param>
    /// <param name="beginnings">Prefixes of the wanted actions; none for all.</param>
    public static async Task<IReadOnlyList<EntryContent>> EntriesAsync(this IDbContextFactory<DashboardContext> contexts, params string[] beginnings)
    {
        await using var context = await contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var rows = await context.LedgerEntries.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync(TestContext.Current.CancellationToken);
        var entries = rows.ConvertAll(row => EntryContent.Parse(row.Content));
        Assert.All(entries.Zip(rows), pair => Assert.True(pair.Second.Repeats(pair.First)));
        return [.. entries.Where(entry => beginnings.Length == 0 || beginnings.Any(beginning => entry.Action.StartsWith(beginning, StringComparison.Ordinal)))];
    }

    /// <summary>Breaks the ledger so that no more entries can be appended.</summary>
    public static async Task BreakLedgerAsync(this IDbContextFactory<DashboardContext> contexts)
    {
        await using var context = await contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        await context.LedgerHead.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A member of an entry's details as JSON. The path consists of property names.</summary>
    public static string? Detail(this EntryContent entry, params string[] path) =>
        path.Aggregate((System.Text.Json.Nodes.JsonNode?)entry.Details, (node, name) => node?[name])?.ToJsonString();
}
