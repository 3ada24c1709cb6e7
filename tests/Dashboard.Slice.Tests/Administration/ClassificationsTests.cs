using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Features.Administration.Boundary;
using Dashboard.Web.Features.Administration.Classifications;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Administration;

public sealed class ClassificationsTests : SlicedProgramme
{
    public ClassificationsTests()
    {
        Programme.Copy(Programme.Dataset("Chat"), Programme.Virginia, CopyRole.Primary, bytes: 300);
        Programme.Copy(Programme.Dataset("Court", classification: Programme.Excepted), Programme.Virginia, CopyRole.Primary, bytes: 70);
    }

    [Fact]
    public async Task List_CountsDatasetsAndCopiesAndNamesAllowedOperators()
    {
        await Programme.SettleAsync(Token);

        var rows = (await ListAsync(Roles.Auditor)).Rows;

        Assert.Equal(["Protected", "Unclassified", "Excepted", "Public"], rows.Select(row => row.Name));
        Assert.Equal((1L, 1L, 300L), (rows[0].Datasets, rows[0].Copies, rows[0].Bytes));
        Assert.Equal(["Oracle in the United States"], rows[0].AllowedBy);
        Assert.Equal((1L, 70L, 0), (rows[2].Datasets, rows[2].Bytes, rows[2].AllowedBy.Count));
    }

    [Fact]
    public async Task Revise_ToMustBeInside_BringsItsDatasetsIntoTheFigures()
    {
        await Programme.SettleAsync(Token);
        var request = await RequestAsync("Excepted") with { MustBeInside = true };

        var preview = (await Save().PreviewAsync(request, Token)).Value;
        Assert.True((await Save().HandleAsync(request, Token)).IsDone);

        Assert.Equal(new Obligation("Excepted", true, 1, 1, 70), preview.Obligation);
        Assert.Equal((300L, 370L, 1L), (preview.Before.Bytes.Outside, preview.After.Bytes.Outside, preview.Datasets));
        await using var context = Database.CreateDbContext();
        Assert.Equal(370, (await context.DailyFigures.SingleAsync(figure => figure.WaveId == null, Token)).BytesOutside);
        Assert.Equal(Stage.NotStarted, (await context.Datasets.SingleAsync(dataset => dataset.Name == "Court", Token)).Status.Stage);
    }

    [Fact]
    public async Task PreviewCreate_OfAnObligationWithoutARule_ShowsThatNoLocationStaysInside()
    {
        await Programme.SettleAsync(Token);

        var preview = (await Save().PreviewAsync(new(null, 0, "Biometric", "Faces", true), Token)).Value;

        Assert.Equal(new LocationMove(Programme.Ashburn.Id, "Oracle us-ashburn-1", Position.Inside, Position.Outside), Assert.Single(preview.Locations));
        Assert.Empty(preview.Moves);
    }

    [Fact]
    public async Task Create_New_IsSaved()
    {
        Assert.True((await Save().HandleAsync(new(null, 0, " Biometric ", " Faces ", true), Token)).IsDone);

        var row = (await ListAsync(Roles.Auditor)).Rows.Single(row => row.Name == "Biometric");
        Assert.Equal(("Faces", true, 0L), (row.Description, row.MustBeInside, row.Datasets));
    }

    [Fact]
    public async Task Save_OfAnInvalidClassification_IsRefusedInPreviewToo()
    {
        var excepted = await RequestAsync("Excepted");
        var unclassified = await RequestAsync("Unclassified");
        var create = new SaveClassificationRequest(null, 0, "Biometric", "", true);
        (SaveClassificationRequest Request, Refusal Refusal)[] refused =
        [
            (create with { Name = " " }, new ClassificationNameInvalid()),
            (create with { Name = new string('x', 61) }, new ClassificationNameInvalid()),
            (create with { Name = " protected" }, new ClassificationNameTaken("protected")),
            (create with { Description = new string('x', 501) }, new TextTooLong("The description", 500)),
            (create with { Id = 99 }, new NotFound("The classification")),
            (excepted with { Name = "Public" }, new ClassificationNameTaken("Public")),
            (excepted with { Version = 9 }, new StaleEdit("The classification")),
            (unclassified with { MustBeInside = false }, new UnclassifiedStaysProtected()),
            (unclassified with { Name = "Unknown" }, new UnclassifiedStaysProtected()),
        ];
        foreach (var (request, refusal) in refused)
        {
            Assert.Equal(refusal, (await Save().HandleAsync(request, Token)).Refusal);
            Assert.Equal(refusal, (await Save().PreviewAsync(request, Token)).Refusal);
        }
    }

    [Fact]
    public async Task Revise_WithTheSameName_IsSavedAndALaterStaleEditIsRefused()
    {
        var request = await RequestAsync("Excepted");

        Assert.True((await Save().HandleAsync(request with { Description = "First" }, Token)).IsDone);
        Assert.Equal(new StaleEdit("The classification"), (await Save().HandleAsync(request with { Description = "Second" }, Token)).Refusal);

        Assert.Equal("First", (await RequestAsync("Excepted")).Description);
    }

    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Reviewer)]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.DataSteward)]
    [InlineData(Roles.Administrator)]
    public async Task Save_ByAnyoneExceptTheLead_IsRefused(Roles roles)
    {
        var request = await RequestAsync("Protected") with { MustBeInside = false };

        Assert.IsType<NotPermitted>((await Save(roles).HandleAsync(request, Token)).Refusal);
        Assert.IsType<NotPermitted>((await Save(roles).PreviewAsync(request, Token)).Refusal);
        Assert.True((await RequestAsync("Protected")).MustBeInside);
    }

    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.DataSteward)]
    [InlineData(Roles.Administrator)]
    public async Task List_ByOthers_IsRefused(Roles roles) =>
        Assert.IsType<NotPermitted>((await new ListClassifications(Database, As(roles), Acting.Programme, Clock).HandleAsync(Token)).Refusal);

    private SaveClassification Save(Roles roles = Roles.GovernanceLead) => new(Database, As(roles), Clock);

    private async Task<ClassificationsAnswer> ListAsync(Roles roles) =>
        (await new ListClassifications(Database, As(roles), Acting.Programme, Clock).HandleAsync(Token)).Value;

    private async Task<SaveClassificationRequest> RequestAsync(string name)
    {
        var row = (await ListAsync(Roles.GovernanceLead)).Rows.Single(row => row.Name == name);
        return new(row.Id, row.Version, row.Name, row.Description, row.MustBeInside);
    }
}
