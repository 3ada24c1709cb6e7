using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Controls.Tables;

namespace Dashboard.Web.Controls.Map;

/// <summary>A site as drawn: its circle, which may be moved off its true point to stay visible, and its label if there is space for one.</summary>
/// <param name="Radius">Of the circle, or of the ring around it if the circle is too small to see.</param>
/// <param name="TrueRadius">Its circle's area is proportional to the bytes.</param>
internal sealed record PlacedSite(MapSite Site, double PointX, double PointY, double X, double Y, double Radius, double TrueRadius, PlacedLabel? Label)
{
    public bool IsToScale => TrueRadius >= Radius;

    public bool IsMoved => Math.Abs(X - PointX) + Math.Abs(Y - PointY) > Radius * .2;
}

/// <summary>
/// Positions circles and labels. A circle's area shows its bytes. Sites that would overlap (the company's Virginia center and the
/// operator's us-ashburn-1 are a few kilometers apart) are moved side by side, outside on the left, each with a line to its true point.
/// </summary>
internal sealed class MapLayout
{
    private const double Largest = 21;
    private const double Smallest = 4.5;
    private const double Apart = 2;
    private const double SamePoint = 2;
    private const double SideMargin = 110;
    private const double TopMargin = 36;

    // The edges of the frame are open sea, so they are left out.
    private static readonly Box World = new(24, 0, EqualEarth.Width - 8, 404);

    private readonly double unit;

    /// <param name="unit">Frame units per drawn pixel when the whole world is in view. A narrow drawing needs larger circles in the same frame.</param>
    public MapLayout(IReadOnlyCollection<MapSite> sites, double unit, bool fit)
    {
        View = fit && sites.Count > 0 ? Around([.. sites.Select(site => EqualEarth.Project(site.Longitude, site.Latitude))], unit) : World;
        // The view is drawn as wide as the whole world, so a smaller view has fewer units per pixel.
        this.unit = unit *= View.Width / World.Width;
        var largest = Math.Max(1, sites.Select(site => site.Bytes).DefaultIfEmpty().Max());
        var spots = sites
            .Select(site => new Spot(site, EqualEarth.Project(site.Longitude, site.Latitude), Radius(site.Bytes, largest), unit * Smallest))
            .OrderBy(spot => Math.Round(spot.PointX / (4 * unit)))
            .ThenBy(spot => spot.Site.Position is Position.Outside ? 0 : spot.Site.Position is Position.Unknown ? 1 : 2)
            .ThenBy(spot => spot.Site.Name, StringComparer.Ordinal)
            .ToArray();
        Separate(spots);
        Sites = Label(spots);
    }

    public double Unit => unit;

    public Box View { get; }

    /// <summary>Largest first, so that a small circle is never under a large one.</summary>
    public IReadOnlyList<PlacedSite> Sites { get; }

    private double Radius(long bytes, long largest) => unit * Largest * Math.Sqrt((double)Math.Max(0, bytes) / largest);

    /// <summary>The part of the world that contains these points, with margins for circles and labels. Wider than the world's frame if north and south are unused.</summary>
    private static Box Around((double X, double Y)[] points, double unit)
    {
        const double aspect = EqualEarth.Width / EqualEarth.Height;
        const double widest = 2.9;
        var (left, right) = (points.Min(point => point.X), points.Max(point => point.X));
        var (top, bottom) = (points.Min(point => point.Y), points.Max(point => point.Y));
        // The margins are fractions of the drawing, which is as wide as the world at this unit.
        var pixels = World.Width / unit;
        var forWidth = (right - left) / (1 - 2 * SideMargin / pixels);
        var forHeight = (bottom - top) / (1 / aspect - 2 * TopMargin / pixels);
        var width = Math.Max(Math.Max(forWidth, forHeight), EqualEarth.Width / 4);
        width = Math.Min(width, World.Width);
        var height = Math.Clamp(bottom - top + 2 * TopMargin * width / pixels, width / widest, Math.Min(width / aspect, World.Height));
        var x = Math.Clamp((left + right - width) / 2, World.Left, World.Right - width);
        var y = Math.Clamp((top + bottom - height) / 2, World.Top, World.Bottom - height);
        return new(x, y, x + width, y + height);
    }

    private void Separate(Spot[] spots)
    {
        // Sites that share a point are separated first, before a neighbor pushes one of them across.
        foreach (var (left, right) in spots.Zip(spots.Skip(1)).Where(pair => pair.First.Distance(pair.Second) < SamePoint * unit))
            Push(left, right);
        for (var round = 0; round < 80; round++)
        {
            var moved = false;
            for (var first = 0; first < spots.Length; first++)
            {
                for (var second = first + 1; second < spots.Length; second++)
                    moved |= Push(spots[first], spots[second]);
            }

            foreach (var spot in spots)
                spot.KeepWithin(View.Widened(-spot.Radius - unit));
            if (!moved)
                return;
        }
    }

    private bool Push(Spot left, Spot right)
    {
        var (dx, dy) = (right.X - left.X, right.Y - left.Y);
        var distance = left.Distance(right);
        var wanted = left.Radius + right.Radius + Apart * unit;
        if (distance >= wanted - .01)
            return false;
        // Practically the same point: move sideways, which reads as "side by side" rather than as north and south.
        var (x, y) = distance < SamePoint * unit ? (1, 0) : (dx / distance, dy / distance);
        var gap = wanted - distance;
        var share = right.Radius / (left.Radius + right.Radius);
        left.Move(-x * gap * share, -y * gap * share);
        right.Move(x * gap * (1 - share), y * gap * (1 - share));
        return true;
    }

    private List<PlacedSite> Label(Spot[] spots)
    {
        var labels = new MapLabels(unit, View, [.. spots.Select(spot => spot.Circle)]);
        return
        [
            .. spots.OrderByDescending(spot => spot.Radius).Select(spot => new PlacedSite(
                spot.Site, spot.PointX, spot.PointY, spot.X, spot.Y, spot.Radius, spot.TrueRadius,
                labels.Place(spot.Circle, spot.Site.Name, ByteText.Of(spot.Site.Bytes)))),
        ];
    }

    private sealed class Spot(MapSite site, (double X, double Y) point, double trueRadius, double smallest)
    {
        public MapSite Site => site;

        public double PointX => point.X;

        public double PointY => point.Y;

        public double X { get; private set; } = point.X;

        public double Y { get; private set; } = point.Y;

        public double TrueRadius => trueRadius;

        public double Radius { get; } = Math.Max(trueRadius, smallest);

        public MapCircle Circle => new(X, Y, Radius);

        public double Distance(Spot other) => Math.Sqrt((other.X - X) * (other.X - X) + (other.Y - Y) * (other.Y - Y));

        public void Move(double dx, double dy) => (X, Y) = (X + dx, Y + dy);

        /// <summary>Keeps the circle from being cut off at the edge.</summary>
        public void KeepWithin(Box within) => (X, Y) = (Math.Clamp(X, within.Left, within.Right), Math.Clamp(Y, within.Top, within.Bottom));
    }
}
