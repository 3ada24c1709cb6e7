using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Web.Features.Sources;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Sources;

public sealed class SourceHandlerTests : SlicedProgramme
{
    private static readonly CreateSourceRequest New = new("s3-archive", "S3 archive", SourceKind.Inventory, 48, null, IsComplete: true, 5);


    [Fact]
    public async Task List_ShowsTheStatusOfEachSource()
    {
        Programme.Source("late", reported: TimeSpan.FromHours(30));
        Programme.Source("silent", never: true);
        var rows = (await List(Roles.Auditor)).Value.Rows;

        Assert.Equal(["late", "own-inventory", "silent"], rows.Select(row => row.Name));
        Assert.Equal([Freshness.Stale, Freshness.Fresh, Freshness.Never], rows.Select(row => row.Evidence.FreshnessAt(Noon)));
        Assert.Equal(Noon.AddHours(-30), rows[0].LastCompleteAsOf);
    }

    [Theory]
    [InlineData(Roles.Administrator, true, false)]
    [InlineData(Roles.GovernanceLead, false, true)]
    [InlineData(Roles.Auditor, false, false)]
    public async Task List_SaysWhatTheRoleMayDo(Roles role, bool manage, bool run)
    {
        var answer = (await List(role)).Value;

        Assert.Equal((manage, run), (answer.MayManage, answer.MayRun));
    }

    [Fact]
    public async Task List_ForAnExecutive_IsRefused() => Assert.IsType<NotPermitted>((await List(Roles.Executive)).Refusal);

    [Fact]
    public async Task Create_ByAnAdministrator_IsSaved()
    {
        var created = await Create(New with { LocationId = Programme.Ashburn.Id });
        var details = (await Get(created.Value)).Value;

        Assert.Equal(("s3-archive", "S3 archive", 48, Programme.Ashburn.Name), (details.Source.Key, details.Source.Name, details.Source.ExpectedIntervalHours, details.Source.Location));
    }

    [Fact]
    public async Task Create_ByALead_IsRefused() => Assert.IsType<NotPermitted>((await Create(New, Roles.GovernanceLead)).Refusal);

    [Fact]
    public async Task Create_WithAKeyThatIsTaken_IsRefused() => Assert.IsType<SourceKeyTaken>((await Create(New with { Key = Programme.Inventory.Key })).Refusal);

    [Fact]
    public async Task Create_WithABadKey_IsRefused() => Assert.IsType<SourceKeyInvalid>((await Create(New with { Key = "S3 Archive" })).Refusal);

    [Fact]
    public async Task Create_WithoutAName_IsRefused() => Assert.IsType<SourceNameInvalid>((await Create(New with { Name = " " })).Refusal);

    [Fact]
    public async Task Create_AtAMissingLocation_IsRefused() => Assert.IsType<NotFound>((await Create(New with { LocationId = 999 })).Refusal);

    [Fact]
    public async Task Revise_ChangesIt()
    {
        var before = (await Get(Programme.Inventory.Id)).Value;

        Assert.Null((await Revise(before, "Renamed", 12)).Refusal);
        var after = (await Get(Programme.Inventory.Id)).Value;
        Assert.Equal(("Renamed", 12, Programme.Inventory.Key), (after.Source.Name, after.Source.ExpectedIntervalHours, after.Source.Key));
    }

    [Fact]
    public async Task Revise_OfAnOldVersion_IsRefused()
    {
        var seen = (await Get(Programme.Inventory.Id)).Value;
        await Revise(seen, "First", 12);

        Assert.IsType<StaleEdit>((await Revise(seen, "Second", 12)).Refusal);
        Assert.Equal("First", (await Get(Programme.Inventory.Id)).Value.Source.Name);
    }

    [Fact]
    public async Task Revise_WithABadInterval_IsRefused() =>
        Assert.IsType<IntervalInvalid>((await Revise((await Get(Programme.Inventory.Id)).Value, "Name", 0)).Refusal);

    [Fact]
    public async Task Revise_ByASteward_IsRefused() =>
        Assert.IsType<NotPermitted>((await Revise((await Get(Programme.Inventory.Id)).Value, "Name", 1, Roles.DataSteward)).Refusal);

    [Fact]
    public async Task Revise_OfAMissingSource_IsRefused()
    {
        var revise = new ReviseSource(Database, As(Roles.Administrator), Clock);

        Assert.IsType<SourceNotFound>((await revise.HandleAsync(new(999, 1, "Name", 1, null, IsComplete: true, 5), Token)).Refusal);
    }

    [Fact]
    public async Task Get_OfSomethingMissing_IsRefused() => Assert.IsType<SourceNotFound>((await Get(999)).Refusal);

    [Fact]
    public async Task AddRule_IsListed_WithTheDatasetThatItNames()
    {
        var dataset = Programme.Dataset("Videos");
        Assert.Null((await Add("videos/2025/", dataset.Urn)).Refusal);
        var rule = Assert.Single((await Get(Programme.Inventory.Id)).Value.Rules);

        Assert.Equal((MappingKind.PathPrefix, "videos/2025/", "Videos", CopyRole.Backup), (rule.Kind, rule.Pattern, rule.Dataset, rule.Role));
    }

    [Fact]
    public async Task AddRule_Twice_IsRefused()
    {
        await Add("videos/", "urn:dataset:a");

        Assert.IsType<MappingRuleExists>((await Add("videos/", "urn:dataset:b")).Refusal);
    }

    [Fact]
    public async Task AddRule_WithoutAPattern_IsRefused() => Assert.IsType<MappingPatternInvalid>((await Add(" ", "urn:dataset:a")).Refusal);

    [Fact]
    public async Task AddRule_ByAnAdministrator_IsRefused() => Assert.IsType<NotPermitted>((await Add("videos/", "urn:dataset:a", Roles.Administrator)).Refusal);

    [Fact]
    public async Task AddRule_ToAMissingSource_IsRefused() => Assert.IsType<SourceNotFound>(
        (await new AddMappingRule(Database, As(Roles.GovernanceLead), Clock).HandleAsync(new(999, MappingKind.Bucket, "videos", "urn:dataset:a", CopyRole.Backup), Token)).Refusal);

    [Fact]
    public async Task RemoveRule_RemovesItOnce()
    {
        var id = (await Add("videos/", "urn:dataset:a")).Value;
        var remove = new RemoveMappingRule(Database, As(Roles.GovernanceLead), Clock);

        Assert.IsType<NotPermitted>((await new RemoveMappingRule(Database, As(Roles.DataSteward), Clock).HandleAsync(id, Token)).Refusal);
        Assert.Null((await remove.HandleAsync(id, Token)).Refusal);
        Assert.IsType<NotFound>((await remove.HandleAsync(id, Token)).Refusal);
        await using var context = Database.CreateDbContext();
        Assert.False(await context.MappingRules.AnyAsync(Token));
    }

    private Task<Result<SourcesAnswer>> List(Roles roles) => new ListSources(Database, As(roles), Acting.Programme).HandleAsync(Token);

    private Task<Result<SourceDetails>> Get(long id) => new GetSource(Database, As(Roles.Auditor), Acting.Programme).HandleAsync(id, Token);

    private Task<Result<long>> Create(CreateSourceRequest request, Roles roles = Roles.Administrator) =>
        new CreateSource(Database, As(roles), Clock).HandleAsync(request, Token);

    private Task<Result> Revise(SourceDetails seen, string name, int hours, Roles roles = Roles.Administrator) =>
        new ReviseSource(Database, As(roles), Clock).HandleAsync(new(seen.Source.Id, seen.Version, name, hours, null, IsComplete: true, 5), Token);

    private Task<Result<long>> Add(string pattern, string urn, Roles roles = Roles.GovernanceLead) =>
        new AddMappingRule(Database, As(roles), Clock).HandleAsync(new(Programme.Inventory.Id, MappingKind.PathPrefix, pattern, urn, CopyRole.Backup), Token);
}
