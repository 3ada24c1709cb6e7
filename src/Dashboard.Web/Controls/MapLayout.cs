using Dashboard.Core.Inventory;

namespace Dashboard.Web.Controls;

/// <summary>A site as drawn: its circle, perhaps moved off its true point to be seen, and its label.</summary>
internal sealed record PlacedSite(MapSite Site, double PointX, double PointY, double X, double Y, double Radius, PlacedLabel Label)
{
    public bool IsMoved => Math.Abs(X - PointX) + Math.Abs(Y - PointY) > Radius * .2;
}

internal sealed record PlacedLabel(double X, double Y, string Anchor);

internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public double Overlap(Box other) =>
        Math.Max(0, Math.Min(Right, other.Right) - Math.Max(Left, other.Left))
        * Math.Max(0, Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top));
}

/// <summary>
/// Where circles and labels go. Area means bytes. Sites that would cover each other (the company's Virginia centre and the
/// operator's us-ashburn-1 lie a few kilometres apart) are moved side by side, outside to the left, and keep a line to their point.
/// </summary>
internal sealed class MapLayout
{
    private const double Largest = 21;
    private const double Smallest = 4.5;
    private const double Apart = 2;
    private const double SamePoint = 2;
    private const double LetterWidth = 6.7;
    private const double LabelHeight = 29;

    // The rim of the frame is open sea.
    private static readonly Box World = new(24, 0, EqualEarth.Width - 8, 404);

    private readonly double unit;

    /// <param name="unit">Frame units per drawn pixel: a narrow drawing needs larger circles in the same frame.</param>
    public MapLayout(IReadOnlyCollection<MapSite> sites, double unit, bool fit)
    {
        this.unit = unit;
        var largest = Math.Max(1, sites.Select(site => site.Bytes).DefaultIfEmpty().Max());
        var spots = sites
            .Select(site => new Spot(site, EqualEarth.Project(site.Longitude, site.Latitude), Radius(site.Bytes, largest)))
            .OrderBy(spot => Math.Round(spot.PointX / (4 * unit)))
            .ThenBy(spot => spot.Site.Position is Position.Outside ? 0 : spot.Site.Position is Position.Unknown ? 1 : 2)
            .ThenBy(spot => spot.Site.Name, StringComparer.Ordinal)
            .ToArray();
        View = fit && spots.Length > 0 ? Around(spots) : World;
        Separate(spots);
        Sites = Label(spots);
    }

    public double Unit => unit;

    public Box View { get; }

    /// <summary>Largest first, so that a small circle is never under a large one.</summary>
    public IReadOnlyList<PlacedSite> Sites { get; }

    private double Radius(long bytes, long largest) =>
        unit * Math.Max(Smallest, Largest * Math.Sqrt((double)Math.Max(0, bytes) / largest));

    private static Box Around(Spot[] spots)
    {
        const double aspect = EqualEarth.Width / EqualEarth.Height;
        const double margin = 110;
        var (left, right) = (spots.Min(spot => spot.PointX) - margin, spots.Max(spot => spot.PointX) + margin);
        var (top, bottom) = (spots.Min(spot => spot.PointY) - margin / 2, spots.Max(spot => spot.PointY) + margin / 2);
        var width = Math.Clamp(Math.Max(right - left, (bottom - top) * aspect), EqualEarth.Width / 3, EqualEarth.Width);
        var height = width / aspect;
        var x = Math.Clamp((left + right - width) / 2, 0, EqualEarth.Width - width);
        var y = Math.Clamp((top + bottom - height) / 2, 0, EqualEarth.Height - height);
        return new(x, y, x + width, y + height);
    }

    private void Separate(Spot[] spots)
    {
        // Who shares a point takes sides first, before neighbours push one of them across.
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
        // Practically the same point: go sideways, which reads as "side by side" rather than as north and south.
        var (x, y) = distance < SamePoint * unit ? (1, 0) : (dx / distance, dy / distance);
        var gap = wanted - distance;
        var share = right.Radius / (left.Radius + right.Radius);
        left.Move(-x * gap * share, -y * gap * share);
        right.Move(x * gap * (1 - share), y * gap * (1 - share));
        return true;
    }

    private List<PlacedSite> Label(Spot[] spots)
    {
        var taken = new List<Box>();
        var placed = new List<PlacedSite>();
        foreach (var spot in spots.OrderByDescending(spot => spot.Radius))
        {
            var (label, box, _) = Candidates(spot).MinBy(candidate => Cost(candidate.Box, spot, spots, taken) + candidate.Rank);
            taken.Add(box);
            placed.Add(new(spot.Site, spot.PointX, spot.PointY, spot.X, spot.Y, spot.Radius, label));
        }

        return placed;
    }

    private IEnumerable<(PlacedLabel Label, Box Box, double Rank)> Candidates(Spot spot)
    {
        var width = unit * LetterWidth * Math.Max(spot.Site.Name.Length, 7);
        var height = unit * LabelHeight;
        var side = spot.Radius + 6 * unit;
        var rank = 0;
        double[] heights = [0, -.5, .5, -1, 1];
        foreach (var up in heights)
        {
            var y = spot.Y + up * (spot.Radius + height / 2);
            yield return (new(spot.X + side, y, "start"), Around(spot.X + side, y, width, height), rank++);
            yield return (new(spot.X - side, y, "end"), Around(spot.X - side - width, y, width, height), rank++);
        }

        foreach (var y in new[] { spot.Y - side - height / 2, spot.Y + side + height / 2 })
            yield return (new(spot.X, y, "middle"), Around(spot.X - width / 2, y, width, height), rank++);
    }

    private double Cost(Box box, Spot own, Spot[] spots, List<Box> taken)
    {
        var outside = box.Width * box.Height - box.Overlap(View);
        var labels = taken.Sum(box.Overlap);
        var circles = spots.Where(spot => spot != own).Sum(spot => box.Overlap(spot.Bounds));
        return (outside * 2 + labels * 12 + circles * 3) / (unit * unit);
    }

    private static Box Around(double left, double middle, double width, double height) =>
        new(left, middle - height / 2, left + width, middle + height / 2);

    private sealed class Spot(MapSite site, (double X, double Y) point, double radius)
    {
        public MapSite Site => site;

        public double PointX => point.X;

        public double PointY => point.Y;

        public double X { get; private set; } = point.X;

        public double Y { get; private set; } = point.Y;

        public double Radius => radius;

        public Box Bounds => new(X - Radius, Y - Radius, X + Radius, Y + Radius);

        public double Distance(Spot other) => Math.Sqrt((other.X - X) * (other.X - X) + (other.Y - Y) * (other.Y - Y));

        public void Move(double dx, double dy) => (X, Y) = (X + dx, Y + dy);
    }
}
