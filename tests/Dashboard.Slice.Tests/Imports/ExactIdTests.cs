using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Testing;

namespace Dashboard.Slice.Tests.Imports;

/// <summary>IDs are compared by every character. SQL Server would ignore case by default, and trailing spaces always.</summary>
public sealed class ExactIdTests
{
    [Fact]
    public async Task Folders_ThatDifferInCaseOrTrailingSpaces_AreDifferentCopiesAndDatasets()
    {
        string[] folders = ["/data", "/data ", "/data  ", "/Data", "/dàta", "/da\U0001F600ta"];
        await using var bench = new ImportBench();
        var cluster = bench.Add(Source.Create("cluster", "Cluster", SourceKind.Inventory, 24, Place(bench).Id, isComplete: true).Value);
        var listing = "Path\tFileSize\tPermission\tModificationTime\n"
            + string.Concat(folders.Select((folder, number) => $"{folder}/file\t{number}\t-rw-r--r--\t2026-02-28 10:39\n"));

        var first = await bench.ImportAsync(listing, cluster);
        bench.Clock.Now += TimeSpan.FromDays(1);
        var second = await bench.ImportAsync(listing, cluster);

        Assert.Equal((ImportState.Applied, folders.Length), (first.State, first.Counts.New));
        Assert.Equal((0, 0, folders.Length), (second.Counts.New, second.Counts.Changed, second.Counts.Unchanged));
        var copies = await bench.CopiesAsync();
        Assert.Equal(folders.Order(StringComparer.Ordinal), copies.Select(copy => copy.ResourceId).Order(StringComparer.Ordinal));
        Assert.Equal(folders.Select((_, number) => (long)number), folders.Select(folder => copies.Single(copy => copy.ResourceId == folder).Bytes));
        Assert.Equal(folders.Length, copies.Select(copy => copy.DatasetId).Distinct().Count());
    }

    private static Location Place(ImportBench bench)
    {
        using var context = bench.Database.CreateDbContext().Arranging();
        var place = Location.Discovered("Company", "US", "virginia");
        context.Add(place);
        context.SaveChanges();
        return place;
    }
}
