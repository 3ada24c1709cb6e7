using CsCheck;
using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Map;

namespace Dashboard.Component.Tests.Controls;

/// <summary>Properties of every map, for any number and position of sites and for each drawing on a page.</summary>
public sealed class MapLayoutTests
{
    private static readonly Gen<MapSite> AnySite =
        from name in Gen.String[Gen.Char["abcdefgimwMW -1."], 1, 40]
        from position in Gen.Enum<Position>()
        from longitude in Gen.Double[-179, 179]
        from latitude in Gen.Double[-60, 75]
        from bytes in Gen.Long[0, 40_000_000]
        select new MapSite(name, position, longitude, latitude, bytes);

    /// <summary>Close together, like the cloud regions of one country.</summary>
    private static readonly Gen<MapSite> Crowded =
        from site in AnySite
        from longitude in Gen.Double[-112, -74]
        from latitude in Gen.Double[33, 42]
        select site with { Longitude = longitude, Latitude = latitude };

    private static readonly Gen<MapLayout> Layouts =
        from sites in Gen.OneOf(AnySite, Crowded).Array[0, 24]
        from unit in Gen.OneOf(1, 1.6, 2.2)
        from fit in Gen.Bool
        select new MapLayout(sites, unit, fit);

    [Fact]
    public void Labels_CoverNoOtherLabelAndNoOtherCircle() => Layouts.Sample(layout =>
    {
        foreach (var labelled in layout.Sites.Where(placed => placed.Label is not null))
        {
            var box = labelled.Label!.Box;
            foreach (var other in layout.Sites.Where(other => other != labelled))
            {
                Assert.False(other.Label?.Box.Overlaps(box) ?? false, $"{labelled.Label.Text} covers {other.Label?.Text}");
                Assert.True(new MapCircle(other.X, other.Y, other.Radius).DistanceTo(box) >= other.Radius, $"{labelled.Label.Text} covers the circle of {other.Site.Name}");
            }
        }
    });

    [Fact]
    public void CirclesAndLabels_AreWithinTheView() => Layouts.Sample(layout => Assert.All(layout.Sites, placed =>
    {
        Assert.True(layout.View.Contains(new(placed.X - placed.Radius, placed.Y - placed.Radius, placed.X + placed.Radius, placed.Y + placed.Radius)), placed.Site.Name);
        Assert.True(placed.Label is null || layout.View.Contains(placed.Label.Box));
    }));

    [Fact]
    public void EverySite_IsDrawnOnce() => Gen.OneOf(AnySite, Crowded).Array[0, 24].Sample(sites =>
        Assert.Equal(sites.Order(ByName), new MapLayout(sites, unit: 1.6, fit: true).Sites.Select(placed => placed.Site).Order(ByName)));

    [Theory]
    [InlineData(1)]
    [InlineData(1.6)]
    public void Labels_OfAnOrdinaryEstate_AllFit(double unit)
    {
        MapSite[] sites =
        [
            new("Virginia data centre", Position.Outside, -77.46, 39.02, 9_000_000), new("us-ashburn-1", Position.Inside, -77.49, 39.04, 12_000_000),
            new("us-phoenix-1", Position.Inside, -112.07, 33.45, 6_000_000), new("us-chicago-1", Position.Inside, -87.65, 41.85, 2_000_000),
            new("Singapore data centre", Position.Outside, 103.82, 1.35, 5_000_000),
        ];

        Assert.All(new MapLayout(sites, unit, fit: false).Sites, placed => Assert.NotNull(placed.Label));
    }

    [Fact]
    public void Fit_OfACountry_DrawsCirclesAsLargeAsOnTheWorldMap()
    {
        MapSite[] sites = [new("us-phoenix-1", Position.Inside, -112.07, 33.45, 6), new("us-ashburn-1", Position.Inside, -77.49, 39.04, 6)];
        var (world, country) = (new MapLayout(sites, unit: 1, fit: false), new MapLayout(sites, unit: 1, fit: true));

        Assert.True(country.View.Width < world.View.Width / 2);
        Assert.Equal(world.Sites[0].Radius / world.View.Width, country.Sites[0].Radius / country.View.Width, tolerance: .0001);
    }

    [Fact]
    public void Label_OfAVeryLongName_IsCut()
    {
        var layout = new MapLayout([new(new string('n', 200), Position.Inside, 0, 0, 1)], unit: 1, fit: false);

        Assert.EndsWith("…", layout.Sites.Single().Label!.Text, StringComparison.Ordinal);
    }

    private static readonly Comparer<MapSite> ByName = Comparer<MapSite>.Create((one, other) =>
        (one.Name, one.Longitude, one.Latitude).CompareTo((other.Name, other.Longitude, other.Latitude)));
}
