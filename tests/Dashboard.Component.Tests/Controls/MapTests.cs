using Bunit;
using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Map;
using Dashboard.Web.Controls.Tables;

namespace Dashboard.Component.Tests.Controls;

public sealed class MapTests : ComponentTest
{
    private static readonly MapSite Company = new("Virginia centre", Position.Outside, -77.46, 39.02, 4_000_000, "/locations/1");
    private static readonly MapSite Oracle = new("us-ashburn-1", Position.Inside, -77.49, 39.04, 9_000_000, "/locations/2");
    private static readonly MapSite Chicago = new("us-chicago-1", Position.Inside, -87.65, 41.85, 3_000_000);
    private static readonly MapSite Singapore = new("Singapore centre", Position.Unknown, 103.82, 1.35, 0);

    // d3.geoEqualEarth().fitWidth(960, { type: 'Sphere' }), d3-geo 3.1.1.
    [Theory]
    [InlineData(-77.49, 39.04, 295.765, 99.244)]
    [InlineData(-112.07, 33.45, 205.081, 117.110)]
    [InlineData(103.82, 1.35, 756.817, 228.774)]
    [InlineData(151.21, -33.87, 850.132, 351.505)]
    [InlineData(-21.94, 64.15, 437.755, 31.163)]
    [InlineData(0, 0, 480, 233.624)]
    public void EqualEarth_OfACity_MatchesD3(double longitude, double latitude, double x, double y)
    {
        var (ownX, ownY) = EqualEarth.Project(longitude, latitude);
        Assert.Equal(x, ownX, tolerance: .001);
        Assert.Equal(y, ownY, tolerance: .001);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1.6)]
    public void Layout_OfSitesAtOnePoint_SpreadsThemWithOutsideToTheLeft(double unit)
    {
        var layout = new MapLayout([Oracle, Chicago, Company, Singapore], unit, fit: false);
        var (company, oracle) = (Placed(layout, Company), Placed(layout, Oracle));

        Assert.True(company.X < oracle.X);
        Assert.True(company.IsMoved || oracle.IsMoved);
        foreach (var one in layout.Sites)
        {
            foreach (var other in layout.Sites.Where(other => other != one))
                Assert.True(Math.Sqrt(Math.Pow(one.X - other.X, 2) + Math.Pow(one.Y - other.Y, 2)) >= one.Radius + other.Radius, $"{one.Site.Name} covers {other.Site.Name}");
        }
    }

    [Fact]
    public void Layout_OfCircles_MakesAreaProportionalToBytes()
    {
        var layout = new MapLayout([Oracle, Company], unit: 1, fit: false);
        Assert.Equal(9.0 / 4, Math.Pow(Placed(layout, Oracle).Radius / Placed(layout, Company).Radius, 2), tolerance: .001);
    }

    [Fact]
    public void Layout_ThatFits_ShowsEverySiteAndLessOfTheWorld()
    {
        var layout = new MapLayout([Oracle, Chicago, Company], unit: 1, fit: true);

        Assert.True(layout.View.Width < EqualEarth.Width);
        Assert.All(layout.Sites, placed => Assert.InRange(placed.X, layout.View.Left, layout.View.Right));
        Assert.All(layout.Sites, placed => Assert.InRange(placed.Y, layout.View.Top, layout.View.Bottom));
    }

    [Fact]
    public void Layout_OfNothing_IsTheWorld() => Assert.Empty(new MapLayout([], unit: 1, fit: true).Sites);

    [Fact]
    public void Map_OfSites_ShowsPositionByPatternAndText()
    {
        var map = Render<WorldMap>(parameters => parameters.Add(map => map.Sites, [Oracle, Company, Singapore]));
        var drawing = map.Find("svg.drawn-wide");

        Assert.Equal("url(#fill-outside)", drawing.QuerySelector("a[href='/locations/1'] circle")!.GetAttribute("fill"));
        Assert.Equal("currentColor", drawing.QuerySelector("a[href='/locations/2'] circle")!.GetAttribute("fill"));
        Assert.Contains("Virginia centre: outside, 4.00 MB", drawing.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(3, map.FindAll(".map-list.drawn-narrow li").Count);
    }

    private static PlacedSite Placed(MapLayout layout, MapSite site) => layout.Sites.Single(placed => placed.Site == site);
}
