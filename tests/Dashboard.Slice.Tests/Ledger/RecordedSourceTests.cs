using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Sources;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Ledger;

public sealed class RecordedSourceTests : RecordedChange
{
    [Fact]
    public async Task Sources()
    {
        var create = new CreateSource(Database, AsAdministrator, Clock, Notices);
        var revise = new ReviseSource(Database, AsAdministrator, Clock, Notices);
        var request = new CreateSourceRequest("s3-archive", "S3 archive", SourceKind.Inventory, 48, Programme.Virginia.Id, IsComplete: true, 5);

        await RefusesAsync<SourceKeyTaken, Result<long>>(() => create.HandleAsync(request with { Key = Programme.Inventory.Key }, Token));
        await RefusesAsync<NotFound, Result<long>>(() => create.HandleAsync(request with { LocationId = 99 }, Token));
        Assert.Equal(
            """
            source.created of source “S3 archive”
            Administrator created the source “S3 archive”, which reports inventory data.
            - expectedIntervalHours: nothing → 48
            - isComplete: nothing → yes
            - key: nothing → s3-archive
            - kind: nothing → Inventory
            - location: nothing → The company Virginia
            - maxRejectedPercent: nothing → 5
            - name: nothing → S3 archive
            """,
            await TellAsync(Administrator, null, () => create.HandleAsync(request, Token)));
        await using var context = Database.CreateDbContext();
        var source = await context.Sources.SingleAsync(known => known.Key == "s3-archive", Token);
        var revised = new ReviseSourceRequest(source.Id, source.Version, "Cold archive", 72, Programme.Ashburn.Id, IsComplete: false, 5);
        await RefusesAsync<StaleEdit, Result>(() => revise.HandleAsync(revised with { Version = 0 }, Token));
        await RefusesAsync<IntervalInvalid, Result>(() => revise.HandleAsync(revised with { ExpectedIntervalHours = 0 }, Token));
        Assert.Equal(
            """
            source.revised of source “Cold archive”
            Administrator revised the source “Cold archive”.
            - expectedIntervalHours: 48 → 72
            - isComplete: yes → no
            - location: The company Virginia → Oracle us-ashburn-1
            - name: S3 archive → Cold archive
            """,
            await TellAsync(Administrator, LedgerSubjects.Of(source) with { Name = "Cold archive" }, () => revise.HandleAsync(revised, Token)));
        await ChangesNothingAsync(() => revise.HandleAsync(revised with { Version = source.Version + 1 }, Token));
        Assert.Equal(
            """
            source.revised of source “Cold archive”
            Administrator revised the source “Cold archive”.
            - location: Oracle us-ashburn-1 → nothing
            """,
            await TellAsync(Administrator, null, () => revise.HandleAsync(revised with { Version = source.Version + 1, LocationId = null }, Token)));
    }

    [Fact]
    public async Task MappingRules()
    {
        var add = new AddMappingRule(Database, AsLead, Clock, Notices);
        var remove = new RemoveMappingRule(Database, AsLead, Clock, Notices);
        var request = new AddMappingRuleRequest(Programme.Inventory.Id, MappingKind.PathPrefix, " videos/ ", "urn:data:videos", CopyRole.Backup);

        await RefusesAsync<MappingPatternInvalid, Result<long>>(() => add.HandleAsync(request with { Pattern = " " }, Token));
        Assert.Equal(
            """
            mapping-rule.added of mapping-rule “videos/”
            Governance lead mapped the path prefix “videos/” of the source “own-inventory” to urn:data:videos.
            - datasetUrn: nothing → urn:data:videos
            - kind: nothing → PathPrefix
            - pattern: nothing → videos/
            - role: nothing → Backup
            - source: nothing → own-inventory
            about 1 × source “own-inventory”
            """,
            await TellAsync(Lead, null, () => add.HandleAsync(request, Token)));
        await RefusesAsync<MappingRuleExists, Result<long>>(() => add.HandleAsync(request, Token));
        await using var context = Database.CreateDbContext();
        var rule = await context.MappingRules.SingleAsync(Token);
        await RefusesAsync<NotPermitted, Result>(() => new RemoveMappingRule(Database, AsAdministrator, Clock, Notices).HandleAsync(rule.Id, Token));
        Assert.Equal(
            """
            mapping-rule.removed of mapping-rule “videos/”
            Governance lead removed the mapping of the path prefix “videos/” of the source “own-inventory” to urn:data:videos.
            - datasetUrn: urn:data:videos → nothing
            - kind: PathPrefix → nothing
            - pattern: videos/ → nothing
            - role: Backup → nothing
            - source: own-inventory → nothing
            about 1 × source “own-inventory”
            """,
            await TellAsync(Lead, LedgerSubjects.Of(rule), () => remove.HandleAsync(rule.Id, Token)));
        await RefusesAsync<NotFound, Result>(() => remove.HandleAsync(rule.Id, Token));
    }
}
