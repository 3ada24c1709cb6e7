using System.Globalization;
using System.Text;
using Dashboard.Web.Controls.Tables;

namespace Dashboard.Web.Controls.Charts;

internal sealed record Tick(double At, string Text);

/// <summary>A numbered target date. The number's name and day stand below the chart, because names next to the lines would cross them.</summary>
/// <param name="X">Null if the day is later than the chart's last.</param>
/// <param name="Row">The number's row above the plot; numbers that would overlap go into separate rows.</param>
internal sealed record Marker(int Number, double? X, int Row, TargetDate Target);

/// <summary>
/// The geometry of the burn-up chart at a given size: stacked areas above and, below them on a separate scale, what is not inside
/// yet. The separate scale is needed because the last percent matters most and is invisible on the first one.
/// </summary>
internal sealed class BurnUp
{
    public const double PlotLeft = 56;
    private const double Top = 10;
    private const double LabelRow = 18;
    private const double Right = 14;
    private const double Between = 34;
    private const double Bottom = 22;
    private const double LowerShare = .28;
    private const double NarrowestStrip = 20;
    private const double ClosestPoints = 5.5;

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
        // Targets up to a third of the history ahead extend the time axis; later ones are only listed below the chart.
        var horizon = targets.Select(target => target.Day.DayNumber - first.DayNumber).Where(day => day <= history * 4 / 3).Append(history).Max();
        span = horizon;

        Targets = [.. Markers(targets)];
        PlotTop = Top + LabelRow * Targets.Where(target => target.X is not null).Select(target => target.Row + 1).DefaultIfEmpty().Max();
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

    /// <summary>Areas from the axis up, to be drawn in this order: everything, what is inside or outside, what is inside. Later ones cover earlier ones.</summary>
    public string Unknown => Area(Upper, UpperBottom, day => day.Total);

    public string Outside => Area(Upper, UpperBottom, day => day.Inside + day.Outside);

    public string Inside => Area(Upper, UpperBottom, day => day.Inside);

    public string InsideLine => Line(Upper, day => day.Inside);

    public string TotalLine => Line(Upper, day => day.Total);

    /// <summary>Everything that is not inside, then what of it is outside.</summary>
    public string UnknownRemaining => Area(Lower, LowerBottom, day => day.Outside + day.Unknown);

    public string OutsideRemaining => Area(Lower, LowerBottom, day => day.Outside);

    public string RemainingLine => Line(Lower, day => day.Outside + day.Unknown);

    /// <summary>The middle of a target's number.</summary>
    public static double NumberY(Marker target) => Top + LabelRow * (target.Row + .5) - 2;

    public double StripWidth => (PlotRight - PlotLeft) / span * DaysPerStrip;

    /// <summary>Vertical strips, each for one or more days, that show their figures on hover.</summary>
    public IEnumerable<(DaySplit Day, double Left)> Strips
    {
        get
        {
            for (var at = days.Count - 1; at >= 0; at -= DaysPerStrip)
                yield return (days[at], X(days[at].Day) - StripWidth / 2);
        }
    }

    /// <summary>A strip is at least this wide, so that the pointer finds it.</summary>
    private int DaysPerStrip => Math.Max(1, (int)Math.Ceiling(NarrowestStrip * days.Count / (PlotRight - PlotLeft)));

    /// <summary>The days to draw: points closer than this cannot be told apart. The first and the last day are always drawn.</summary>
    private IEnumerable<DaySplit> Drawn
    {
        get
        {
            var step = Math.Max(1, (int)Math.Ceiling(ClosestPoints * days.Count / (PlotRight - PlotLeft)));
            return days.Where((_, at) => at == 0 || (days.Count - 1 - at) % step == 0);
        }
    }

    private double X(DateOnly day) => PlotLeft + (PlotRight - PlotLeft) * (day.DayNumber - first.DayNumber) / span;

    private double Upper(long amount) => UpperBottom - (UpperBottom - PlotTop) * amount / highest;

    private double Lower(long amount) => LowerBottom - (LowerBottom - LowerTop) * amount / highestRemaining;

    /// <summary>Relative coordinates with one decimal: 180 days take a third of the characters, and the error stays below a tenth of a pixel.</summary>
    private string Line(Func<long, double> y, Func<Split, long> amount)
    {
        var path = new StringBuilder();
        var (atX, atY) = (0m, 0m);
        foreach (var day in Drawn)
        {
            var (x, height) = (Math.Round((decimal)X(day.Day), 1), Math.Round((decimal)y(amount(day.Amounts)), 1));
            path.Append(path.Length == 0 ? 'M' : 'l').Append(Number(x - atX)).Append(height < atY ? "" : " ").Append(Number(height - atY));
            (atX, atY) = (x, height);
        }

        return path.ToString();
    }

    private string Area(Func<long, double> y, double axis, Func<Split, long> amount) =>
        $"{Line(y, amount)}V{Number((decimal)axis)}H{Number((decimal)X(first))}Z";

    private static string Number(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);

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
        const double width = 18;
        var edges = new List<double>();
        foreach (var (at, target) in targets.Where(target => target.Day >= first).OrderBy(target => target.Day).Index())
        {
            if (target.Day.DayNumber > first.DayNumber + span)
            {
                yield return new(at + 1, null, 0, target);
                continue;
            }

            var x = X(target.Day);
            var row = edges.FindIndex(edge => edge <= x - width / 2);
            if (row < 0)
            {
                row = edges.Count;
                edges.Add(0);
            }

            edges[row] = x + width / 2;
            yield return new(at + 1, x, row, target);
        }
    }
}
