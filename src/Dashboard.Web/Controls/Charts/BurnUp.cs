using System.Text;
using Dashboard.Web.Controls.Tables;

namespace Dashboard.Web.Controls.Charts;

internal sealed record Tick(double At, string Text);

/// <param name="Row">The label's row above the plot; labels that would overlap go into separate rows.</param>
internal sealed record Marker(double X, int Row, string Anchor, string Text, bool HasLine);

/// <summary>
/// The geometry of the burn-up chart at a given size: stacked areas above and, below them on a separate scale, what is not inside
/// yet. The separate scale is needed because the last percent matters most and is invisible on the first one.
/// </summary>
internal sealed class BurnUp
{
    public const double PlotLeft = 56;
    private const double Top = 10;
    private const double LabelRow = 15;
    private const double Right = 14;
    private const double Between = 34;
    private const double Bottom = 22;
    private const double LowerShare = .28;

    private readonly IReadOnlyList<DaySplit> days;
    private readonly Func<long, string> format;
    private readonly DateOnly first;
    private readonly double span;
    private readonly double highest;
    private readonly double highestRemaining;

    public BurnUp(IReadOnlyList<DaySplit> days, IReadOnlyList<TargetDate> targets, Func<long, string> format, double width, double height)
    {
        (this.days, this.format, Width, Height) = (days, format, width, height);
        first = days[0].Day;
        var last = days[^1].Day;
        var history = Math.Max(1, last.DayNumber - first.DayNumber);
        // Targets up to a third of the history ahead extend the time axis; later ones are named at its right edge.
        var horizon = targets.Select(target => target.Day.DayNumber - first.DayNumber).Where(day => day <= history * 4 / 3).Append(history).Max();
        span = horizon;

        Targets = [.. Markers(targets)];
        PlotTop = Top + LabelRow * Targets.Select(target => target.Row + 1).DefaultIfEmpty().Max();
        var plots = height - PlotTop - Between - Bottom;
        UpperBottom = PlotTop + plots * (1 - LowerShare);
        LowerTop = UpperBottom + Between;
        LowerBottom = height - Bottom;

        (highest, UpperTicks) = Scale(days.Max(day => day.Amounts.Total), PlotTop, UpperBottom, steps: 4);
        (highestRemaining, LowerTicks) = Scale(days.Max(day => day.Amounts.Outside + day.Amounts.Unknown), LowerTop, LowerBottom, steps: 2);
        Months = [.. MonthTicks()];
    }

    public double Width { get; }

    public double Height { get; }

    public double PlotTop { get; }

    public double PlotRight => Width - Right;

    public double UpperBottom { get; }

    public double LowerTop { get; }

    public double LowerBottom { get; }

    public IReadOnlyList<Tick> UpperTicks { get; }

    public IReadOnlyList<Tick> LowerTicks { get; }

    public IReadOnlyList<Tick> Months { get; }

    public IReadOnlyList<Marker> Targets { get; }

    public double Today => X(days[^1].Day);

    public string Inside => Area(Upper, _ => 0, day => day.Inside);

    public string Outside => Area(Upper, day => day.Inside, day => day.Inside + day.Outside);

    public string Unknown => Area(Upper, day => day.Inside + day.Outside, day => day.Total);

    public string InsideLine => Line(Upper, day => day.Inside);

    public string TotalLine => Line(Upper, day => day.Total);

    public string OutsideRemaining => Area(Lower, _ => 0, day => day.Outside);

    public string UnknownRemaining => Area(Lower, day => day.Outside, day => day.Outside + day.Unknown);

    public string RemainingLine => Line(Lower, day => day.Outside + day.Unknown);

    public static double LabelY(Marker target) => Top + LabelRow * target.Row + 6;

    /// <summary>Vertical strips, each for one or more days, that show their figures on hover.</summary>
    public IEnumerable<(DaySplit Day, double X, double Left, double Width)> Strips(int most)
    {
        var step = Math.Max(1, (int)Math.Ceiling(days.Count / (double)most));
        var width = (PlotRight - PlotLeft) / span * step;
        for (var at = days.Count - 1; at >= 0; at -= step)
        {
            var x = X(days[at].Day);
            var left = Math.Max(PlotLeft, x - width / 2);
            yield return (days[at], x, left, Math.Min(x + width / 2, PlotRight) - left);
        }
    }

    private double X(DateOnly day) => PlotLeft + (PlotRight - PlotLeft) * (day.DayNumber - first.DayNumber) / span;

    private double Upper(long amount) => UpperBottom - (UpperBottom - PlotTop) * amount / highest;

    private double Lower(long amount) => LowerBottom - (LowerBottom - LowerTop) * amount / highestRemaining;

    private string Line(Func<long, double> y, Func<Split, long> amount)
    {
        var path = new StringBuilder();
        foreach (var day in days)
            path.Append(path.Length == 0 ? 'M' : 'L').Append(SvgNumber.Format($"{X(day.Day)} {y(amount(day.Amounts))}"));
        return path.ToString();
    }

    private string Area(Func<long, double> y, Func<Split, long> from, Func<Split, long> to)
    {
        var path = new StringBuilder(Line(y, to));
        foreach (var day in days.Reverse())
            path.Append('L').Append(SvgNumber.Format($"{X(day.Day)} {y(from(day.Amounts))}"));
        return path.Append('Z').ToString();
    }

    private (double Highest, IReadOnlyList<Tick> Ticks) Scale(long most, double top, double bottom, int steps)
    {
        var rough = Math.Max(1, most / (double)steps);
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double[] multiples = [1, 2, 2.5, 5, 10];
        var step = Math.Max(1, magnitude * multiples.First(multiple => multiple * magnitude >= rough * .999));
        var count = Math.Max(1, (int)Math.Ceiling(most / step - .001));
        return (step * count, [.. Enumerable.Range(0, count + 1)
            .Select(tick => new Tick(bottom - (bottom - top) * tick / count, Short(format((long)(step * tick)))))]);
    }

    /// <summary>Shortens an axis label: "5.00 TB" becomes "5 TB".</summary>
    private static string Short(string amount)
    {
        var space = amount.IndexOf(' ', StringComparison.Ordinal);
        var number = space < 0 ? amount : amount[..space];
        if (number.Contains('.', StringComparison.Ordinal))
            number = number.TrimEnd('0').TrimEnd('.');
        return number is "0" || space < 0 ? number : number + amount[space..];
    }

    private IEnumerable<Tick> MonthTicks()
    {
        const double minSpacing = 46;
        var from = first.Day == 1 ? first : new DateOnly(first.Year, first.Month, 1).AddMonths(1);
        var edge = double.MinValue;
        for (var month = from; month.DayNumber <= first.DayNumber + span; month = month.AddMonths(1))
        {
            var x = X(month);
            if (x - edge < minSpacing || x > PlotRight - 12)
                continue;
            edge = x;
            yield return new(x, month.Month == 1 ? $"{month:MMM yyyy}" : $"{month:MMM}");
        }
    }

    private IEnumerable<Marker> Markers(IReadOnlyList<TargetDate> targets)
    {
        const double letter = 6.3;
        var edges = new List<double>();
        foreach (var target in targets.Where(target => target.Day >= first).OrderBy(target => target.Day))
        {
            var isBeyond = target.Day.DayNumber > first.DayNumber + span;
            var x = isBeyond ? PlotRight : X(target.Day);
            var text = isBeyond ? $"{target.Label}, {target.Day:MMM yyyy} →" : target.Label;
            var width = text.Length * letter;
            var toLeft = x - width > PlotLeft;
            var left = toLeft ? x - width : x;
            var row = edges.FindIndex(edge => edge < left);
            if (row < 0)
            {
                row = edges.Count;
                edges.Add(0);
            }

            edges[row] = left + width + 6;
            yield return new(x, row, toLeft ? "end" : "start", text, !isBeyond);
        }
    }
}
