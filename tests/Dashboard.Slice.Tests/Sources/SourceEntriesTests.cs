using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Features.Sources;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Sources;

/// <summary>Ledger entries about sources and their mapping rules.</summary>
public sealed class SourceEntriesTests : SlicedProgramme
{

    [Fact]
    public async Task Source_CreatedAndRevised_IsRecordedWithTheNamesOfItsLocations()
    {
        var id = (await Create(new("s3-archive", "S3 archive", SourceKind.Inventory, 48, Programme.Ashburn.Id, IsComplete: true, 5))).Value;
        Assert.True((await Revise(new(id, 1, "S3 archive", 24, Programme.Virginia.Id, IsComplete: false, 5))).IsDone);

        var entries = await Database.EntriesAsync();
        Assert.Equal([LedgerActions.SourceCreated, LedgerActions.SourceRevised], entries.Select(entry => entry.Action));
        Assert.All(entries, entry => Assert.Equal(new LedgerSubject("source", $"{id}", "S3 archive"), entry.Subject));
        Assert.All(entries, entry => Assert.Equal("Administrator", entry.Actor.Role));
        Assert.Equal(
            ["Administrator created the source “S3 archive”, which reports inventory data.", "Administrator revised the source “S3 archive”."],
            entries.Select(entry => entry.Sentence));
        Assert.Equal(
            [
                new("expectedIntervalHours", null, "48"), new("isComplete", null, "yes"), new("key", null, "s3-archive"), new("kind", null, "Inventory"),
                new("location", null, "Oracle us-ashburn-1"), new("maxRejectedPercent", null, "5"), new FieldChange("name", null, "S3 archive"),
            ],
            InOrder(entries[0]));
        Assert.Equal(
            [new("expectedIntervalHours", "48", "24"), new("isComplete", "yes", "no"), new FieldChange("location", "Oracle us-ashburn-1", "The company Virginia")],
            InOrder(entries[1]));
    }

    [Fact]
    public async Task MappingRule_AddedAndRemoved_IsRecordedForItsSourceToo()
    {
        var id = (await Add("videos/")).Value;
        Assert.True((await Remove(id)).IsDone);

        var entries = await Database.EntriesAsync();
        Assert.Equal([LedgerActions.MappingRuleAdded, LedgerActions.MappingRuleRemoved], entries.Select(entry => entry.Action));
        Assert.All(entries, entry => Assert.Equal(new LedgerSubject("mapping-rule", $"{id}", "videos/"), entry.Subject));
        Assert.All(entries, entry => Assert.Equal([LedgerSubjects.Of(Programme.Inventory)], entry.Related));
        Assert.All(entries, entry => Assert.Equal("GovernanceLead", entry.Actor.Role));
        Assert.Equal(
            [
                "Governance lead mapped the path prefix “videos/” of the source “own-inventory” to urn:data:videos.",
                "Governance lead removed the mapping of the path prefix “videos/” of the source “own-inventory” to urn:data:videos.",
            ],
            entries.Select(entry => entry.Sentence));
        FieldChange[] added =
        [
            new("datasetUrn", null, "urn:data:videos"), new("kind", null, "PathPrefix"), new("pattern", null, "videos/"), new("role", null, "Backup"),
            new("source", null, "own-inventory"),
        ];
        Assert.Equal(added, InOrder(entries[0]));
        Assert.Equal(added.Select(change => new FieldChange(change.Field, change.To, null)), InOrder(entries[1]));
    }

    [Fact]
    public async Task RefusedStaleOrEmptyChange_LeavesNoEntry()
    {
        var source = await SourceAsync();

        Assert.IsType<SourceKeyTaken>((await Create(new(source.Key, "Other", SourceKind.Inventory, 24, null, IsComplete: true, 5))).Refusal);
        Assert.IsType<StaleEdit>((await Revise(new(source.Id, source.Version - 1, "Other", 24, null, IsComplete: true, 5))).Refusal);
        Assert.IsType<SourceNameInvalid>((await Revise(new(source.Id, source.Version, " ", 24, null, IsComplete: true, 5))).Refusal);
        Assert.True((await Revise(new(source.Id, source.Version, source.Name, 24, null, IsComplete: true, 5))).IsDone);
        Assert.IsType<MappingPatternInvalid>((await Add(" ")).Refusal);
        Assert.IsType<NotFound>((await Remove(999)).Refusal);

        Assert.Empty(await Database.EntriesAsync());
    }

    [Fact]
    public async Task RemovalThatCannotBeRecorded_IsNotSaved()
    {
        var id = (await Add("videos/")).Value;
        await Database.BreakLedgerAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Remove(id));

        await using var context = Database.CreateDbContext();
        Assert.True(await context.MappingRules.AnyAsync(rule => rule.Id == id, Token));
    }

    private static IEnumerable<FieldChange> InOrder(EntryContent entry) => entry.Changes.OrderBy(change => change.Field, StringComparer.Ordinal);

    private Task<Result<long>> Create(CreateSourceRequest request) =>
        new CreateSource(Database, As(Roles.Administrator), Clock).HandleAsync(request, Token);

    private Task<Result> Revise(ReviseSourceRequest request) =>
        new ReviseSource(Database, As(Roles.Administrator), Clock).HandleAsync(request, Token);

    private Task<Result<long>> Add(string pattern) => new AddMappingRule(Database, As(Roles.GovernanceLead), Clock)
        .HandleAsync(new(Programme.Inventory.Id, MappingKind.PathPrefix, pattern, "urn:data:videos", CopyRole.Backup), Token);

    private Task<Result> Remove(long id) => new RemoveMappingRule(Database, As(Roles.GovernanceLead), Clock).HandleAsync(id, Token);

    private async Task<Source> SourceAsync()
    {
        await using var context = Database.CreateDbContext();
        return await context.Sources.AsNoTracking().SingleAsync(source => source.Id == Programme.Inventory.Id, Token);
    }
}
