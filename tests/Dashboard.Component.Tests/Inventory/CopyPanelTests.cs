using Bunit;
using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Features.Inventory.List;

namespace Dashboard.Component.Tests.Inventory;

public sealed class CopyPanelTests : ComponentTest
{
    private static readonly CopyRow Row = new()
    {
        Id = 7, ResourceId = "va1/<chat>", DatasetId = 3, Dataset = "Chat", Urn = "urn:data:chat", Owner = null, System = "Messages", Classification = "Protected",
        LocationId = 5, Location = "Virginia", Operator = null, Country = null, Position = Position.Unknown, Role = CopyRole.Backup, State = CopyState.Reappeared,
        Bytes = 1500, SizeUnknownSince = null, IsHeldBySource = false, Coverage = null, NotUnderstoodImportId = null, Records = 12, Objects = null, Fingerprint = null, RetainUntil = new(2027, 1, 2), CreatedAt = null, FirstSeen = Now.AddDays(-3), LastSeen = Now,
        SourceId = 2, Source = "own-inventory",
    };

    [Fact]
    public void CopyPanel_OfACopy_ShowsItsFactsAndLinks()
    {
        AddAuthorization();
        var panel = Render<CopyPanel>(parameters => parameters.Add(p => p.Facts, new(
            Row, new("Protected", MustBeInside: true, Position.Unknown, "Its country is not known, so it cannot be inside."), Now.AddDays(-2), Now.AddDays(-1), SourceIsComplete: false)));

        Assert.Contains("va1/<chat>", panel.Find("code").TextContent);
        Assert.Contains("Its country is not known", panel.Markup);
        Assert.Contains("Protected, must be inside", panel.Markup);
        Assert.Contains("Stale since", panel.Markup);
        Assert.Contains("partial", panel.Markup);
        Assert.Contains("12 records", panel.Markup);
        Assert.Equal(["/migration/datasets/3", "/inventory/locations/5", "/inventory?dataset=3"], panel.FindAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void CopyCells_OfEveryColumn_ShowWhatTheExportWrites()
    {
        foreach (var column in CopyColumn.All.Where(column => column.Value(Row) is string))
        {
            var cell = Render(CopyCells.Of(column, Row));
            var written = (string)column.Value(Row)!;
            Assert.Contains(column.Key == "firstseen" ? written[..10] : written, System.Net.WebUtility.HtmlDecode(cell.Markup), StringComparison.Ordinal);
        }
    }
}
