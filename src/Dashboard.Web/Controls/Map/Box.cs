namespace Dashboard.Web.Controls.Map;

/// <summary>A rectangle in the map's frame; y grows downward.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Contains(Box other) => other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    public Box Widened(double by) => new(Left - by, Top - by, Right + by, Bottom + by);
}

/// <summary>A circle on the map.</summary>
internal readonly record struct MapCircle(double X, double Y, double Radius)
{
    /// <summary>Distance from the center to the nearest point of a box.</summary>
    public double DistanceTo(Box box)
    {
        var (dx, dy) = (X - Math.Clamp(X, box.Left, box.Right), Y - Math.Clamp(Y, box.Top, box.Bottom));
        return Math.Sqrt(dx * dx + dy * dy);
    }
}
