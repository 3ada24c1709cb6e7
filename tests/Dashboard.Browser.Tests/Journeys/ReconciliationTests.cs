using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dashboard.Browser.Tests.Setting;
using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Features.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Position = Dashboard.Core.Inventory.Position;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>
/// Every figure with a definition is read from its page, counted again from the rows, without rollups, tallies or daily figures, and compared
/// with what its link opens.
/// </summary>
public sealed partial class ReconciliationTests(DemoWorld world) : JourneyTest(world)
{
    private readonly List<Line> lines = [];

    [Fact]
    public async Task EveryDefinedFigure_EqualsItsRows()
    {
        var rows = await Demo.ReadAsync(context => CountedRows.ReadAsync(context, Cancellation), Cancellation);
        var visitor = await VisitAsync("Dana Whitfield");

        await SummaryAsync(visitor, rows);
        await MigrationAsync(visitor, rows);
        await DeletionsAsync(visitor, rows);
        await BoundaryAsync(visitor, rows);
        await BatchAsync(visitor, rows);

        var table = Table();
        TestContext.Current.TestOutputHelper?.WriteLine(table);
        Assert.Equal(FigureDefinitions.All.Select(figure => figure.Slug).Order(StringComparer.Ordinal), lines.Select(line => line.Figure.Slug).Distinct().Order(StringComparer.Ordinal));
        Assert.True(lines.TrueForAll(line => line.Shown == line.Recounted && (line.Rows is null || line.Rows == line.Recounted)), table);
    }

    private async Task SummaryAsync(Visitor visitor, CountedRows rows)
    {
        await visitor.GoAsync("/summary");
        var traffic = await CardAsync(visitor, "Traffic inside");
        var inside = await CardAsync(visitor, "Protected data inside");
        var backups = await CardAsync(visitor, "Backup copies outside");
        var deletions = await CardAsync(visitor, "Deletions verified");
        var stages = await visitor.Page.Locator(".funnel li").AllAsync();
        var funnel = new List<(string Href, long Datasets)>();
        foreach (var stage in stages)
            funnel.Add((await HrefAsync(stage.Locator("a").First), First(await stage.Locator(".funnel-here-count").InnerTextAsync())));
        var places = new List<(string Href, long Copies)>();
        foreach (var place in await visitor.Page.Locator(".map svg.drawn-wide a").AllAsync())
            places.Add((await HrefAsync(place), First(CopiesOf().Match((await place.Locator("title").First.TextContentAsync())!).Value)));
        var week = visitor.Page.Locator(".week");
        var first = week.Locator("dl > div").Filter(new() { HasText = "listed for the first time" });
        var listed = await first.CountAsync() == 0 ? 0 : First(await first.Locator("dt").InnerTextAsync());
        var imports = week.Locator(".week-more a");
        var (importsHref, importsShown) = (await HrefAsync(imports), First(await imports.InnerTextAsync()));

        Add(FigureDefinitions.TrafficInside, "requests inside", First(traffic.Exact), rows.RequestsInside);
        Add(FigureDefinitions.TrafficInside, "requests", Last(traffic.Exact), rows.Requests);
        Add(FigureDefinitions.ProtectedInside, "bytes", Last(inside.Exact), rows.Protected.Sum(copy => copy.Bytes));
        Add(FigureDefinitions.ProtectedInside, "bytes inside", First(inside.Exact), rows.Bytes(Position.Inside), await BytesBehindAsync(visitor, inside.Href));
        Add(FigureDefinitions.BackupsOutside, "copies", First(backups.Value), rows.Protected.LongCount(copy => copy is { Position: Position.Outside, Role: CopyRole.Backup }), await CountBehindAsync(visitor, backups.Href));
        Add(FigureDefinitions.DeletionsVerified, "verified", First(deletions.Detail), rows.Items(ItemState.VerifiedAbsent), await CountBehindAsync(visitor, deletions.Href));
        Add(FigureDefinitions.DeletionsVerified, "ordered", Numbers().Matches(deletions.Detail).Select(match => First(match.Value)).ElementAt(1), rows.Ordered);
        foreach (var (stage, index) in funnel.Select((stage, index) => (stage, index)))
            Add(FigureDefinitions.Stages, Naming.Of((Stage)index), stage.Datasets, rows.Datasets.LongCount(dataset => dataset.Stage == (Stage)index), await CountBehindAsync(visitor, stage.Href));
        Assert.NotEmpty(places);
        foreach (var place in places)
        {
            var id = long.Parse(LocationIn().Match(place.Href).Groups["id"].Value, CultureInfo.InvariantCulture);
            Add(FigureDefinitions.Places, $"location {id}, copies", place.Copies, rows.Protected.LongCount(copy => copy.LocationId == id), await CountBehindAsync(visitor, place.Href));
        }

        Add(FigureDefinitions.Week, "listed for the first time", listed, rows.FirstListedThisWeek);
        Add(FigureDefinitions.Week, "imports", importsShown, rows.ImportsThisWeek, await CountBehindAsync(visitor, importsHref));
    }

    private async Task MigrationAsync(Visitor visitor, CountedRows rows)
    {
        await visitor.GoAsync("/migration");
        var risks = new List<(string Href, long Datasets)>();
        foreach (var risk in await visitor.Page.Locator(".risks dl > div").AllAsync())
        {
            if (await risk.Locator("a").CountAsync() > 0 && char.IsAsciiDigit((await risk.Locator("dt").InnerTextAsync())[0]))
                risks.Add((await HrefAsync(risk.Locator("a")), First(await risk.Locator("dt").InnerTextAsync())));
        }

        var waves = new List<(string Name, long Pivoted, long Datasets, string Bar)>();
        foreach (var wave in await visitor.Rows("Waves").AllAsync())
        {
            var cells = wave.GetByRole(AriaRole.Cell);
            var pivoted = Numbers().Matches(await cells.Nth(3).InnerTextAsync()).Select(match => First(match.Value)).ToList();
            waves.Add(((await cells.Nth(0).InnerTextAsync()).Trim(), pivoted.ElementAtOrDefault(0), pivoted.ElementAtOrDefault(1), (await cells.Nth(4).GetByRole(AriaRole.Img).GetAttributeAsync("aria-label"))!));
        }

        Assert.NotEmpty(risks);
        foreach (var risk in risks)
        {
            Func<CountedDataset, bool> has = risk.Href.Contains("mismatch", StringComparison.Ordinal) ? dataset => dataset.IsMismatched
                : risk.Href.Contains("no-owner", StringComparison.Ordinal) ? dataset => dataset.Owner is null
                : dataset => dataset.IsUnclassified;
            Add(FigureDefinitions.AtRisk, risk.Href.Split('=')[^1], risk.Datasets, rows.Datasets.Where(dataset => dataset.MustBeInside).LongCount(has), await CountBehindAsync(visitor, risk.Href));
        }

        Assert.NotEmpty(waves);
        foreach (var (name, pivoted, datasets, bar) in waves)
        {
            var own = rows.Datasets.Where(dataset => dataset.Wave == name && dataset.MustBeInside).ToList();
            var ids = own.Select(dataset => dataset.Id).ToHashSet();
            Add(FigureDefinitions.Pivoted, $"{name}, pivoted", pivoted, own.LongCount(dataset => dataset.Stage is Stage.Pivoted));
            Add(FigureDefinitions.Pivoted, $"{name}, datasets", datasets, own.Count);
            var inside = rows.Protected.Where(copy => ids.Contains(copy.DatasetId) && copy.Position is Position.Inside).Sum(copy => copy.Bytes);
            Add(FigureDefinitions.WaveData, $"{name}, inside", bar.Split(" (")[0], inside == 0 && own.Count == 0 ? "Nothing counted" : $"Inside {Web.Controls.Marks.ByteText.Of(inside)}");
        }
    }

    private async Task DeletionsAsync(Visitor visitor, CountedRows rows)
    {
        (FigureDefinition Figure, Func<CountedItem, bool> Counts, Func<CountedItem, bool> IsInBatch)[] cards =
        [
            (FigureDefinitions.Proposed, item => item.IsListed && item.Batch is BatchState.Draft, item => item.Batch is BatchState.Draft),
            (FigureDefinitions.Waiting, item => item.IsListed && item.Batch is BatchState.InReview, item => item.Batch is BatchState.InReview),
            (FigureDefinitions.CoolingOff, item => item.IsListed && item is { Batch: BatchState.Approved, IsReleased: false }, item => item is { Batch: BatchState.Approved, IsReleased: false }),
            (FigureDefinitions.WithExecutors, item => item is { IsListed: true, IsWithExecutors: true, State: not (ItemState.Reported or ItemState.VerifiedAbsent) }, item => item.IsWithExecutors),
            (FigureDefinitions.Reported, item => item.State is ItemState.Reported, item => item.State is ItemState.Reported),
            (FigureDefinitions.Verified, item => item.State is ItemState.VerifiedAbsent, item => item.State is ItemState.VerifiedAbsent),
        ];
        foreach (var (figure, counts, isInBatch) in cards)
        {
            await visitor.GoAsync("/deletions");
            var card = await CardAsync(visitor, figure.Name);
            Add(figure, "copies", First(card.Value), rows.AllItems.LongCount(counts));
            Add(figure, "batches behind the link", await CountBehindAsync(visitor, card.Href), rows.AllItems.Where(isInBatch).Select(item => item.BatchId).Distinct().LongCount());
        }
    }

    private async Task BoundaryAsync(Visitor visitor, CountedRows rows)
    {
        await visitor.GoAsync("/administration/boundary");
        foreach (var position in Split.Order)
        {
            var shown = 0L;
            foreach (var place in await visitor.Page.Locator($".boundary-places section[aria-label='{position}'] li .number .muted").AllAsync())
                shown += First(await place.InnerTextAsync());
            Add(FigureDefinitions.MustBeInside, $"{position}, copies", shown, rows.Protected.LongCount(copy => copy.Position == position));
        }
    }

    private async Task BatchAsync(Visitor visitor, CountedRows rows)
    {
        var id = rows.AllItems.Where(item => item.Batch is BatchState.Executing or BatchState.Executed).Max(item => item.BatchId);
        await visitor.GoAsync($"/deletions/{id}");
        var items = rows.AllItems.Where(item => item.BatchId == id).ToList();
        var copies = visitor.Page.Locator(".facts a[href$='/items']").First;
        Add(FigureDefinitions.BatchCopies, $"batch {id}, copies", First(await copies.InnerTextAsync()), items.LongCount(item => item.IsListed));
        var states = new List<(string Href, long Items)>();
        foreach (var state in await visitor.Page.Locator(".facts a[href*='?state=']").AllAsync())
            states.Add((await HrefAsync(state), First(await state.InnerTextAsync())));
        Assert.NotEmpty(states);
        foreach (var (href, shown) in states)
        {
            var key = href.Split("state=")[^1].Replace("-", "", StringComparison.Ordinal);
            Add(FigureDefinitions.BatchProgress, $"batch {id}, {key}", shown, items.LongCount(item => item.State.ToString().Equals(key, StringComparison.OrdinalIgnoreCase)), await CountBehindAsync(visitor, href));
        }
    }

    private void Add(FigureDefinition figure, string part, long shown, long recounted, long? rows = null) =>
        lines.Add(new(figure, part, $"{shown:N0}", $"{recounted:N0}", rows is null ? null : $"{rows:N0}"));

    private void Add(FigureDefinition figure, string part, string shown, string recounted) => lines.Add(new(figure, part, shown, recounted, null));

    private string Table()
    {
        var table = new StringBuilder().AppendLine("figure | part | shown | recounted | rows behind the link");
        foreach (var line in lines)
            table.AppendLine(CultureInfo.InvariantCulture, $"{line.Figure.Page}: {line.Figure.Name} | {line.Part} | {line.Shown} | {line.Recounted} | {line.Rows ?? "–"}");
        return table.ToString();
    }

    private static async Task<(string Href, string Value, string Exact, string Detail)> CardAsync(Visitor visitor, string name)
    {
        var card = visitor.Page.GetByRole(AriaRole.Article).Filter(new() { Has = visitor.Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true }) });
        var value = card.Locator(".figure-value span").First;
        return (await HrefAsync(card.Locator(".figure-link")), await value.InnerTextAsync(), await value.GetAttributeAsync("title") ?? "", await card.Locator(".figure-detail").InnerTextAsync());
    }

    private static async Task<long> CountBehindAsync(Visitor visitor, string href)
    {
        await visitor.GoAsync(href);
        return First(await visitor.Count.InnerTextAsync());
    }

    private static async Task<long> BytesBehindAsync(Visitor visitor, string href)
    {
        await visitor.GoAsync(href);
        return First((await visitor.Count.Locator("[title]").First.GetAttributeAsync("title"))!);
    }

    private static async Task<string> HrefAsync(ILocator link) => (await link.GetAttributeAsync("href"))!;

    private static long First(string text) => Read(Numbers().Match(text).Value);

    private static long Last(string text) => Read(Numbers().Matches(text)[^1].Value);

    private static long Read(string number) => long.Parse(number, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d[\d,]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\d[\d,]* cop(y|ies)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CopiesOf();

    [GeneratedRegex("location=(?<id>[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LocationIn();

    private sealed record Line(FigureDefinition Figure, string Part, string Shown, string Recounted, string? Rows);
}
