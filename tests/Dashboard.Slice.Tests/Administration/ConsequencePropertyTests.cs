using CsCheck;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Dashboard.Core.Traffic;
using Dashboard.Testing;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Controls.Tables;
using Dashboard.Web.Features.Administration.Boundary;
using Dashboard.Web.Features.Administration.Classifications;
using Dashboard.Web.Features.Administration.Locations;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Administration;

/// <summary>For any data and any change, the preview shows exactly what then happens.</summary>
public sealed class ConsequencePropertyTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<CopySeed> SeededCopy = Gen.Select(
        Gen.Int[0, 5], Gen.Int[0, 3], Gen.Enum<CopyState>(), Gen.Enum<CopyRole>(), Gen.Long[0, 9],
        (dataset, location, state, role, bytes) => new CopySeed(dataset, location, state, role, bytes));

    private static readonly Gen<Change> AnyChange = Gen.OneOf(
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 1], Gen.Int[0, 2], (place, country, classes) => (Change)new RuleAdded(place, country, classes)),
        Gen.Int[0, 1].Select(rule => (Change)new RuleEnded(rule)),
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 2], (place, by, country) => (Change)new LocationDescribed(place, by, country)),
        Gen.Select(Gen.Int[0, 1], Gen.Bool, (name, mustBeInside) => (Change)new ClassificationRevised(name, mustBeInside)));

    [Fact]
    public async Task Preview_OfAnyChange_MatchesWhatThenHappens() =>
        await Gen.Select(SeededCopy.List[0, 12], AnyChange).SampleAsync(
            async (copies, change) =>
            {
                using var database = ITestDatabase.Open();
                var programme = new ProgrammeBuilder(database, Noon);
                await SeedAsync(database, programme, copies);
                var (figureBefore, statusesBefore) = await StateAsync(database);

                var (preview, save) = await change.PrepareAsync(database, programme);
                var consequence = await preview();
                var saved = await save();

                Assert.Equal(saved.Refusal, consequence.Refusal);
                if (saved.IsDone)
                    AssertHappened(consequence.Value, figureBefore, statusesBefore, await StateAsync(database));
            },
            iter: 60, threads: 2);

    private static void AssertHappened(
        Consequence preview, DailyFigure before, Dictionary<long, DatasetStatus> statuses, (DailyFigure Figure, Dictionary<long, DatasetStatus> DatasetStatuses) after)
    {
        Assert.Equal((Of(before), Of(after.Figure)), (preview.Before, preview.After));
        Assert.Equal((Requests(before), Requests(after.Figure)), (preview.Traffic!.Before, preview.Traffic.After));
        Assert.Equal(statuses.Count(status => after.DatasetStatuses[status.Key] != status.Value), preview.Datasets);
        Assert.Equal(preview.IsEmpty, preview.Datasets == 0 && preview.Locations.Count == 0 && preview.Obligation is null);

        static Amounts Of(DailyFigure figure) => new(
            new(figure.CopiesInside, figure.CopiesOutside, figure.CopiesUnknown), new(figure.BytesInside, figure.BytesOutside, figure.BytesUnknown));

        static Split Requests(DailyFigure figure) => new(figure.RequestsInside, figure.RequestsOutside, figure.RequestsUnknown);
    }

    private static async Task SeedAsync(ITestDatabase database, ProgrammeBuilder programme, List<CopySeed> copies)
    {
        Classification[] classes = [programme.Protected, programme.Excepted, programme.Unclassified];
        var datasets = Enumerable.Range(0, 6).Select(number => programme.Dataset($"Dataset {number}", classification: classes[number % 3])).ToArray();
        foreach (var copy in copies)
            programme.Copy(datasets[copy.Dataset], Place(programme, copy.Location), copy.Role, copy.State, copy.Bytes);
        await using (var context = database.CreateDbContext())
        {
            for (var place = 0; place < 4; place++)
                context.Traffic.Add(new TrafficDay(programme.Inventory.Id, programme.Today.AddDays(-1), "feed", Place(programme, place).Id, 10 + place));
            await context.SaveChangesAsync();
        }

        await programme.SettleAsync(CancellationToken.None);
    }

    private static Location Place(ProgrammeBuilder programme, int index) => index switch
    {
        0 => programme.Ashburn,
        1 => programme.Virginia,
        2 => programme.Singapore,
        _ => programme.Nowhere,
    };

    private static async Task<(DailyFigure Figure, Dictionary<long, DatasetStatus> DatasetStatuses)> StateAsync(ITestDatabase database)
    {
        await using var context = database.CreateDbContext();
        return (
            await context.DailyFigures.AsNoTracking().SingleAsync(figure => figure.WaveId == null),
            await context.Datasets.AsNoTracking().ToDictionaryAsync(dataset => dataset.Id, dataset => dataset.Status));
    }

    private sealed record CopySeed(int Dataset, int Location, CopyState State, CopyRole Role, long Bytes);

    private abstract record Change
    {
        public abstract Task<(Func<Task<Result<Consequence>>> Preview, Func<Task<Result>> Save)> PrepareAsync(ITestDatabase database, ProgrammeBuilder programme);

        protected static (IDbContextFactory<DashboardContext>, Web.Security.MemberAccess, TimeProvider) Parts(ITestDatabase database, ProgrammeBuilder programme) =>
            (database, database.As(programme, Roles.GovernanceLead), new SetClock(programme.Now));
    }

    private sealed record RuleAdded(int Operator, int Country, int Classes) : Change
    {
        public override Task<(Func<Task<Result<Consequence>>> Preview, Func<Task<Result>> Save)> PrepareAsync(ITestDatabase database, ProgrammeBuilder programme)
        {
            var (contexts, access, clock) = Parts(database, programme);
            var handler = new AddRules(contexts, access, clock);
            long[] all = [programme.Protected.Id, programme.Excepted.Id, programme.Unclassified.Id];
            var request = new AddRulesRequest(
                Operator == 0 ? "The company" : "Oracle", Country == 0 ? "US" : "SG", all[..(Classes + 1)], programme.Today.AddDays(-3), null, "A decision");
            return Task.FromResult<(Func<Task<Result<Consequence>>>, Func<Task<Result>>)>(
                (() => handler.PreviewAsync(request, default), () => handler.HandleAsync(request, default)));
        }
    }

    private sealed record RuleEnded(int Rule) : Change
    {
        public override async Task<(Func<Task<Result<Consequence>>> Preview, Func<Task<Result>> Save)> PrepareAsync(ITestDatabase database, ProgrammeBuilder programme)
        {
            var (contexts, access, clock) = Parts(database, programme);
            var handler = new EndRule(contexts, access, clock);
            await using var context = database.CreateDbContext();
            var rule = await context.BoundaryRules.OrderBy(rule => rule.Id).Skip(Rule).FirstAsync();
            var request = new EndRuleRequest(rule.Id, rule.Version, programme.Today.AddDays(-1));
            return (() => handler.PreviewAsync(request, default), () => handler.HandleAsync(request, default));
        }
    }

    private sealed record LocationDescribed(int Location, int Operator, int Country) : Change
    {
        public override Task<(Func<Task<Result<Consequence>>> Preview, Func<Task<Result>> Save)> PrepareAsync(ITestDatabase database, ProgrammeBuilder programme)
        {
            var (contexts, access, clock) = Parts(database, programme);
            var handler = new DescribeLocation(contexts, access, clock);
            var location = Place(programme, Location);
            string?[] operators = [null, "Oracle", "The company"];
            string?[] countries = [null, "US", "SG"];
            var request = new DescribeLocationRequest(
                location.Id, location.Version, location.Name, operators[Operator], countries[Country], LocationKind.OwnDataCentre, null, null);
            return Task.FromResult<(Func<Task<Result<Consequence>>>, Func<Task<Result>>)>(
                (() => handler.PreviewAsync(request, default), () => handler.HandleAsync(request, default)));
        }
    }

    private sealed record ClassificationRevised(int Which, bool MustBeInside) : Change
    {
        public override Task<(Func<Task<Result<Consequence>>> Preview, Func<Task<Result>> Save)> PrepareAsync(ITestDatabase database, ProgrammeBuilder programme)
        {
            var (contexts, access, clock) = Parts(database, programme);
            var handler = new SaveClassification(contexts, access, clock);
            var classification = Which == 0 ? programme.Protected : programme.Excepted;
            var request = new SaveClassificationRequest(classification.Id, classification.Version, classification.Name, "", MustBeInside);
            return Task.FromResult<(Func<Task<Result<Consequence>>>, Func<Task<Result>>)>(
                (() => handler.PreviewAsync(request, default), () => handler.HandleAsync(request, default)));
        }
    }
}
