using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Features.Administration.Boundary;
using Dashboard.Web.Features.Administration.Locations;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Administration;

public sealed class LocationsTests : SlicedProgramme
{
    private readonly Dataset chat;

    public LocationsTests()
    {
        chat = Programme.Dataset("Chat");
        Programme.Copy(chat, Programme.Nowhere, CopyRole.Primary, bytes: 300);
        Programme.Copy(chat, Programme.Virginia, CopyRole.Backup, bytes: 900);
    }

    [Fact]
    public async Task List_WithAnUnknownLocation_PutsItFirst()
    {
        await Programme.SettleAsync(Token);

        var locations = (await new ListLocations(Database, As(Roles.Reviewer), Acting.Programme, Clock).HandleAsync(Token)).Value;

        Assert.Equal("Unknown operator, dc-7", locations.Rows[0].Name);
        Assert.Equal((Position.Unknown, 1L, 300L), (locations.Rows[0].Position, locations.Rows[0].Copies, locations.Rows[0].Bytes));
        Assert.Equal(4, locations.Rows.Count);
        Assert.False(locations.MayManage);
    }

    [Fact]
    public async Task Get_Location_ShowsReasonsAndItsSources()
    {
        await Programme.SettleAsync(Token);

        var ashburn = await GetAsync(Programme.Ashburn.Id);
        var nowhere = await GetAsync(Programme.Nowhere.Id);

        Assert.Contains("since 2025-04-15: The order", ashburn.Reasons.Single(reason => reason.Classification == "Protected").Because, StringComparison.Ordinal);
        Assert.Equal(Position.Outside, ashburn.Reasons.Single(reason => reason.Classification == "Excepted").Position);
        Assert.All(nowhere.Reasons, reason => Assert.Equal((Position.Unknown, "Neither its operator nor its country is known, so it cannot be inside."), (reason.Position, reason.Because)));
        Assert.Equal(["own-inventory"], nowhere.ReportedBy);
        Assert.Equal((1L, 300L), (nowhere.Reasons[0].Copies, nowhere.Reasons[0].Bytes));
        Assert.Equal("Oracle", Assert.Single(ashburn.Published).Operator);
    }

    [Fact]
    public async Task Describe_UnknownLocationAsOraclesInTheUs_BringsItInside()
    {
        await Programme.SettleAsync(Token);
        var request = await RequestAsync(Programme.Nowhere.Id) with { Operator = " oracle ", Country = "us", Kind = LocationKind.CloudRegion };

        var preview = (await Describe().PreviewAsync(request, Token)).Value;
        Assert.True((await Describe().HandleAsync(request, Token)).IsDone);

        Assert.Equal((300L, 300L, 1L), (preview.Before.Bytes.Unknown, preview.After.Bytes.Inside, preview.Datasets));
        Assert.Equal(new LocationMove(Programme.Nowhere.Id, "Unknown operator, dc-7", Position.Unknown, Position.Inside), Assert.Single(preview.Locations));
        await using var context = Database.CreateDbContext();
        var dataset = await context.Datasets.SingleAsync(Token);
        Assert.Equal((300L, 900L, 0L), (dataset.Status.BytesInside, dataset.Status.BytesOutside, dataset.Status.BytesUnknown));
        Assert.Equal(0, (await context.DailyFigures.SingleAsync(figure => figure.WaveId == null, Token)).BytesUnknown);
        var location = await context.Locations.SingleAsync(location => location.Id == Programme.Nowhere.Id, Token);
        Assert.Equal(("oracle", "US", "unknown/dc-7"), (location.Operator, location.Country, location.Key));
    }

    [Fact]
    public async Task Describe_WithInvalidFacts_IsRefusedInPreviewToo()
    {
        var nowhere = await RequestAsync(Programme.Nowhere.Id);
        var ashburn = await RequestAsync(Programme.Ashburn.Id);
        var published = CloudRegions.Find("Oracle", "us-ashburn-1")!;
        (DescribeLocationRequest Request, Refusal Refusal)[] refused =
        [
            (nowhere with { Id = 99 }, new NotFound("The location")),
            (nowhere with { Version = 7 }, new StaleEdit("The location")),
            (nowhere with { Name = " " }, new LocationNeedsName()),
            (nowhere with { Name = new string('x', 201) }, new TextTooLong("The name", 200)),
            (nowhere with { Operator = new string('x', 121) }, new TextTooLong("The operator's name", 120)),
            (nowhere with { Country = "XX" }, new CountryUnknown("XX")),
            (nowhere with { Latitude = 1 }, new CoordinatesInvalid()),
            (nowhere with { Latitude = 91, Longitude = 0 }, new CoordinatesInvalid()),
            (nowhere with { Latitude = 0, Longitude = -181 }, new CoordinatesInvalid()),
            (ashburn with { Operator = "The company" }, new ContradictsCloudRegion(published)),
            (ashburn with { Operator = "" }, new ContradictsCloudRegion(published)),
            (ashburn with { Country = "SG" }, new ContradictsCloudRegion(published)),
        ];
        foreach (var (request, refusal) in refused)
        {
            Assert.Equal(refusal, (await Describe().HandleAsync(request, Token)).Refusal);
            Assert.Equal(refusal, (await Describe().PreviewAsync(request, Token)).Refusal);
        }
    }

    [Fact]
    public async Task Describe_RegionThatAnOperatorPublishesElsewhere_IsRefused()
    {
        var region = Programme.Place("Unknown operator", "SG", "us-phoenix-1");

        var described = await Describe().HandleAsync(await RequestAsync(region.Id) with { Operator = "Oracle", Country = "SG" }, Token);

        Assert.Equal(new ContradictsCloudRegion(CloudRegions.Find("Oracle", "us-phoenix-1")!), described.Refusal);
    }

    [Fact]
    public async Task Describe_Twice_RefusesTheStaleEdit()
    {
        var request = await RequestAsync(Programme.Nowhere.Id);
        Assert.True((await Describe().HandleAsync(request with { Name = "First" }, Token)).IsDone);

        Assert.Equal(new StaleEdit("The location"), (await Describe().HandleAsync(request with { Name = "Second" }, Token)).Refusal);
        Assert.Equal("First", (await GetAsync(Programme.Nowhere.Id)).Location.Name);
    }

    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Reviewer)]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.DataSteward)]
    [InlineData(Roles.Administrator)]
    public async Task Describe_ByAnyoneExceptTheLead_IsRefused(Roles roles)
    {
        var request = await RequestAsync(Programme.Nowhere.Id) with { Operator = "Oracle", Country = "US" };

        Assert.IsType<NotPermitted>((await Describe(roles).HandleAsync(request, Token)).Refusal);
        Assert.IsType<NotPermitted>((await Describe(roles).PreviewAsync(request, Token)).Refusal);
        Assert.Null((await GetAsync(Programme.Nowhere.Id)).Location.Operator);
    }

    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.DataSteward)]
    [InlineData(Roles.Administrator)]
    public async Task View_ByOthers_IsRefused(Roles roles)
    {
        Assert.IsType<NotPermitted>((await new ListLocations(Database, As(roles), Acting.Programme, Clock).HandleAsync(Token)).Refusal);
        Assert.IsType<NotPermitted>((await new GetLocation(Database, As(roles), Acting.Programme, Clock).HandleAsync(Programme.Nowhere.Id, Token)).Refusal);
    }

    [Fact]
    public async Task Get_MissingLocation_IsRefused() =>
        Assert.Equal(new NotFound("The location"), (await new GetLocation(Database, As(Roles.Auditor), Acting.Programme, Clock).HandleAsync(99, Token)).Refusal);

    private DescribeLocation Describe(Roles roles = Roles.GovernanceLead) => new(Database, As(roles), Clock);

    private async Task<LocationAnswer> GetAsync(long id) =>
        (await new GetLocation(Database, As(Roles.GovernanceLead), Acting.Programme, Clock).HandleAsync(id, Token)).Value;

    private async Task<DescribeLocationRequest> RequestAsync(long id)
    {
        var location = await GetAsync(id);
        return new(
            id, location.Version, location.Location.Name, location.Location.Operator, location.Location.Country, location.Location.Kind,
            location.Latitude, location.Longitude);
    }
}
