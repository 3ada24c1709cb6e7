using SkiaSharp;

namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>
/// Pages that fill from top to bottom. Without a document it only counts them: the same content is set twice, first to know how many pages
/// there are, then to draw them, and neither pass keeps a page in memory.
/// </summary>
/// <param name="pdf">Where to draw; null to count.</param>
/// <param name="margin">What stands on every page.</param>
/// <param name="total">Pages in all, known when drawing.</param>
internal sealed class Sheet(SKDocument? pdf, PageText margin, int total) : IDisposable
{
    private static readonly SKColor Hairline = SKColor.Parse("#B8C1CA");

    private readonly Faces faces = new();
    private readonly SKPaint rule = new() { Style = SKPaintStyle.Fill, IsAntialias = true };
    private TextSetter? setter;
    private LineBreaker? breaker;
    private SKCanvas? canvas;
    private bool isOpen;

    /// <summary>Pages begun.</summary>
    public int Pages { get; private set; }

    /// <summary>Where the next content begins, from the page's top.</summary>
    public float Y { get; set; }

    public float Room => isOpen ? Frame.Bottom - Y : 0;

    public bool IsAtTop => isOpen && Y <= Frame.Top;

    private LineBreaker Breaker => breaker ??= new(faces);

    private TextSetter Setter => setter ??= new(faces);

    public void BeginPage()
    {
        EndPage();
        Pages++;
        isOpen = true;
        Y = Frame.Top;
        canvas = pdf?.BeginPage(Frame.PageWidth, Frame.PageHeight);
        if (canvas is not null)
            DrawMargin();
    }

    /// <summary>Goes on to the next page unless so much room is left.</summary>
    public void Need(float height)
    {
        if (Room < height && !IsAtTop)
            BeginPage();
    }

    public List<Line> Break(string text, TextStyle style, float width)
    {
        var lines = new List<Line>(1);
        Breaker.Break(text, style, width, lines);
        return lines;
    }

    public void Text(Line line, float x, float top)
    {
        if (canvas is not null)
            Setter.Draw(canvas, line, x, top + ((line.Style.Leading + (line.Style.Size * 0.7f)) / 2));
    }

    public void Rule(float x, float width, float y, float weight = 0.5f, SKColor? colour = null)
    {
        if (canvas is null)
            return;
        rule.Color = colour ?? Hairline;
        canvas.DrawRect(x, y, width, weight, rule);
    }

    public void EndPage()
    {
        if (isOpen)
            pdf?.EndPage();
        isOpen = false;
        canvas = null;
    }

    public void Dispose()
    {
        EndPage();
        setter?.Dispose();
        faces.Dispose();
        rule.Dispose();
    }

    private void DrawMargin()
    {
        const string document = "Certificate of sanitization";
        var style = TextStyle.Margin;
        var documentWidth = Breaker.Width(document, style);
        Setter.Draw(canvas!, OneLine(margin.Programme, style, Frame.Width - documentWidth - 24), Frame.Left, Frame.HeaderBaseline);
        Setter.Draw(canvas!, new(document, style, documentWidth), Frame.Right - documentWidth, Frame.HeaderBaseline);
        Rule(Frame.Left, Frame.Width, Frame.HeaderBaseline + 6);

        var hash = $"SHA-256 {margin.Sha256}";
        var hashWidth = Breaker.Width(hash, TextStyle.MarginCode);
        var page = $" · page {Pages:N0} of {total:N0}";
        var number = OneLine($"Certificate {margin.Number}", style, Frame.Width - hashWidth - Breaker.Width(page, style) - 16);
        Rule(Frame.Left, Frame.Width, Frame.FooterRule);
        Setter.Draw(canvas!, new(number.Text + page, style, 0), Frame.Left, Frame.FooterBaseline);
        Setter.Draw(canvas!, new(hash, TextStyle.MarginCode, hashWidth), Frame.Right - hashWidth, Frame.FooterBaseline);
    }

    /// <summary>The first line of a text; where that is not all, it says so.</summary>
    private Line OneLine(string text, TextStyle style, float width)
    {
        var lines = Break(text, style, width);
        if (lines.Count == 1)
            return lines[0];
        lines = Break(text, style, width - Breaker.Width("…", style));
        return lines[0] with { Text = lines[0].Text + "…" };
    }
}
