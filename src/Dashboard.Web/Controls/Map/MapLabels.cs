namespace Dashboard.Web.Controls.Map;

/// <summary>A site's name and bytes, next to its circle.</summary>
/// <param name="Text">The name, shortened if it is very long.</param>
/// <param name="Y">The vertical middle of its two lines.</param>
internal sealed record PlacedLabel(string Text, double X, double Y, string Anchor, Box Box);

/// <summary>
/// Finds free space for labels. A label stays within the view and overlaps no other label and no other circle. A site without free space
/// is named below the map instead. Large circles are labeled first.
/// </summary>
/// <param name="unit">Frame units per drawn pixel.</param>
internal sealed class MapLabels(double unit, Box view, IReadOnlyCollection<MapCircle> circles)
{
    private const double Height = 29;
    private const double Gap = 6;
    private const double Clearance = 2;
    private const int LongestName = 28;

    /// <summary>Offsets from the circle's middle, as fractions of its radius plus half the label's height.</summary>
    private static readonly double[] Heights = [0, -.5, .5, -1, 1];

    private readonly List<Box> taken = [];

    /// <summary>Reserves the best free space; null if there is none.</summary>
    public PlacedLabel? Place(MapCircle circle, string name, string amount)
    {
        var text = name.Length > LongestName ? $"{name.AsSpan(0, LongestName - 1).TrimEnd()}…" : name;
        var size = (Width: unit * Math.Max(TextWidth.Of(text), TextWidth.Of(amount)), Height: unit * Height);
        var label = Candidates(circle, text, size.Width, size.Height).FirstOrDefault(candidate => IsFree(candidate.Box, circle));
        if (label is not null)
            taken.Add(label.Box);
        return label;
    }

    private IEnumerable<PlacedLabel> Candidates(MapCircle circle, string text, double width, double height)
    {
        var reach = circle.Radius + Gap * unit;
        foreach (var up in Heights)
        {
            var y = circle.Y + up * (circle.Radius + height / 2);
            yield return At(circle.X + reach, y, "start", circle.X + reach);
            yield return At(circle.X - reach, y, "end", circle.X - reach - width);
        }

        foreach (var y in new[] { circle.Y - reach - height / 2, circle.Y + reach + height / 2 })
        {
            yield return At(circle.X, y, "middle", circle.X - width / 2);
            yield return At(circle.X - circle.Radius, y, "start", circle.X - circle.Radius);
            yield return At(circle.X + circle.Radius, y, "end", circle.X + circle.Radius - width);
        }

        PlacedLabel At(double x, double y, string anchor, double left) =>
            new(text, x, y, anchor, new(left, y - height / 2, left + width, y + height / 2));
    }

    private bool IsFree(Box box, MapCircle own)
    {
        var clear = Clearance * unit;
        return view.Contains(box)
            && !taken.Exists(label => label.Widened(clear).Overlaps(box))
            && circles.All(circle => circle == own || circle.DistanceTo(box) >= circle.Radius + clear);
    }
}
