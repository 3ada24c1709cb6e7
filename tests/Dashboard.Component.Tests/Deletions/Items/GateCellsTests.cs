using Bunit;
using Dashboard.Core.Deletions;
using Dashboard.Web.Features.Deletions.Items;

namespace Dashboard.Component.Tests.Deletions.Items;

public sealed class GateCellsTests : ComponentTest
{
    [Fact]
    public void Cells_OfClosedGates_KeepTheirPlacesAndSayWhy()
    {
        var cells = Render<GateCells>(parameters => parameters.Add(cells => cells.Closed, Gates.NoHold | Gates.SourceFresh));

        var drawn = cells.FindAll(".cell");
        Assert.Equal(GateList.All.Count, drawn.Count);
        Assert.Equal(["No legal hold: closed", "Source fresh: closed"], cells.FindAll(".cell-closed").Select(cell => cell.GetAttribute("title")));
        Assert.Contains("cell-closed", drawn[GateList.All.ToList().IndexOf(Gates.NoHold)].ClassName, StringComparison.Ordinal);
        Assert.Equal("under a legal hold, source stale", cells.Find(".why").TextContent);
    }

    [Fact]
    public void Cells_WhenAllAreOpen_SaySoForScreenReaders()
    {
        var cells = Render<GateCells>(parameters => parameters.Add(cells => cells.Closed, Gates.None));

        Assert.Empty(cells.FindAll(".cell-closed"));
        Assert.Equal("all open", cells.Find(".visually-hidden").TextContent);
        Assert.Equal("true", cells.Find(".cells").GetAttribute("aria-hidden"));
    }
}
