using SkiaSharp;

namespace Dashboard.Pdf;

/// <summary>
/// Pages that fill from top to bottom. Without a document it only counts them. The same content is laid out twice: once to count the pages and
/// once to draw them. Neither pass keeps a page in memory. Positions and lengths are in points.
/// </summary>
/// <param name="document">Where to draw, or null to count.</param>
/// <param name="headerFooter">The text above and below the content of every page.</param>
/// <param name="totalPages">The number of pages, known when drawing.</param>
internal sealed class PageFlow(SKDocument? document, HeaderFooter headerFooter, int totalPages) : IDisposable
{
    private static readonly SKColor Hairline = SKColor.Parse("#B8C1CA");

    private readonly FontSet fonts = new();
    private readonly SKPaint rulePaint = new() { Style = SKPaintStyle.Fill, IsAntialias = true };
    private TextRenderer? renderer;
    private LineBreaker? breaker;
    private SKCanvas? canvas;
    private bool isOpen;

    /// <summary>The number of pages started.</summary>
    public int Pages { get; private set; }

    /// <summary>Where the next content starts, from the top of the page.</summary>
    public float Y { get; set; }

    /// <summary>Height left on this page.</summary>
    public float Room => isOpen ? PageGeometry.Bottom - Y : 0;

    public bool IsAtTop => isOpen && Y <= PageGeometry.Top;

    private LineBreaker Breaker => breaker ??= new(fonts);

    private TextRenderer Renderer => renderer ??= new(fonts);

    public void BeginPage()
    {
        EndPage();
        Pages++;
        isOpen = true;
        Y = PageGeometry.Top;
        canvas = document?.BeginPage(PageGeometry.PageWidth, PageGeometry.PageHeight);
        if (canvas is not null)
            DrawHeaderAndFooter(canvas);
    }

    /// <summary>Continues on the next page if less height is left on this one.</summary>
    public void EnsureRoom(float height)
    {
        if (Room < height && !IsAtTop)
            BeginPage();
    }

    public List<TextLine> BreakLines(string text, TextStyle style, float width)
    {
        var lines = new List<TextLine>(1);
        Breaker.Break(text, style, width, lines);
        return lines;
    }

    /// <param name="line">The text.</param>
    /// <param name="x">The text's left edge.</param>
    /// <param name="top">The top of the line. The text is centred in the line's height.</param>
    public void DrawText(TextLine line, float x, float top)
    {
        if (canvas is not null)
            Renderer.Draw(canvas, line, x, top + ((line.Style.Leading + (line.Style.Size * 0.7f)) / 2));
    }

    public void DrawRule(float x, float width, float y, float weight = 0.5f, SKColor? colour = null)
    {
        if (canvas is null)
            return;
        rulePaint.Color = colour ?? Hairline;
        canvas.DrawRect(x, y, width, weight, rulePaint);
    }

    public void EndPage()
    {
        if (isOpen)
            document?.EndPage();
        isOpen = false;
        canvas = null;
    }

    public void Dispose()
    {
        EndPage();
        renderer?.Dispose();
        fonts.Dispose();
        rulePaint.Dispose();
    }

    private void DrawHeaderAndFooter(SKCanvas page)
    {
        var style = TextStyle.Margin;
        var headerRight = FitOneLine(headerFooter.HeaderRight, style, PageGeometry.Width * 0.5f);
        var headerLeft = FitOneLine(headerFooter.HeaderLeft, style, PageGeometry.Width - headerRight.Width - 24);
        Renderer.Draw(page, headerLeft, PageGeometry.Left, PageGeometry.HeaderBaseline);
        Renderer.Draw(page, headerRight, PageGeometry.Right - headerRight.Width, PageGeometry.HeaderBaseline);
        DrawRule(PageGeometry.Left, PageGeometry.Width, PageGeometry.HeaderBaseline + 6);

        var footerRight = FitOneLine(headerFooter.FooterRight, TextStyle.MarginCode, PageGeometry.Width * 0.6f);
        var pageNumber = $" · page {Pages:N0} of {totalPages:N0}";
        var footerLeft = FitOneLine(headerFooter.FooterLeft, style, PageGeometry.Width - footerRight.Width - Breaker.Width(pageNumber, style) - 16);
        DrawRule(PageGeometry.Left, PageGeometry.Width, PageGeometry.FooterRule);
        Renderer.Draw(page, footerLeft with { Text = footerLeft.Text + pageNumber }, PageGeometry.Left, PageGeometry.FooterBaseline);
        Renderer.Draw(page, footerRight, PageGeometry.Right - footerRight.Width, PageGeometry.FooterBaseline);
    }

    /// <summary>The text on one line. If it is too long, its start with an ellipsis.</summary>
    private TextLine FitOneLine(string text, TextStyle style, float width)
    {
        const string ellipsis = "…";
        var lines = BreakLines(text, style, width);
        if (lines.Count <= 1)
            return lines is [var whole] ? whole : new("", style, 0);
        var ellipsisWidth = Breaker.Width(ellipsis, style);
        var start = BreakLines(text, style, width - ellipsisWidth)[0];
        return start with { Text = start.Text + ellipsis, Width = start.Width + ellipsisWidth };
    }
}
