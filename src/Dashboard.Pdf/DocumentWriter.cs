namespace Dashboard.Pdf;

/// <summary>
/// The content of a document from top to bottom: numbered sections, paragraphs, facts and tables. <see cref="PdfFile"/> creates it. Heights are
/// in points (1/72 inch). Any text is allowed: a character that cannot be printed appears as its code point, for example <c>[U+202E]</c>.
/// </summary>
public sealed class DocumentWriter
{
    /// <summary>What <see cref="Facts"/> and <see cref="CodeFacts"/> print for a value that is missing.</summary>
    public const string NotGiven = "not given";

    private static readonly TableColumn[] FactColumns = [new("", 0.27f), new("", 0.73f)];

    private const float Indent = 10;
    private const float PreformattedWidth = PageGeometry.Width - (2 * Indent);

    private static readonly TextStyle[] PreformattedStyles =
    [
        TextStyle.Preformatted,
        TextStyle.Preformatted with { Size = 6.9f },
        TextStyle.Preformatted with { Size = 6.4f },
        TextStyle.Preformatted with { Size = 5.9f },
    ];

    private readonly PageFlow flow;
    private int sections;

    internal DocumentWriter(PageFlow flow) => this.flow = flow;

    /// <summary>Starts a section. Sections are numbered from 1.</summary>
    /// <param name="title">The heading, without its number.</param>
    public void Section(string title)
    {
        sections++;
        flow.EnsureRoom(70);
        flow.Y += flow.IsAtTop ? 0 : 14;
        DrawLines($"{sections}. {title}", TextStyle.SectionHeading);
        flow.Y += 3;
        flow.DrawRule(PageGeometry.Left, PageGeometry.Width, flow.Y, 0.75f, TextStyle.SectionHeading.Colour);
        flow.Y += 3;
    }

    /// <summary>Adds a paragraph.</summary>
    /// <param name="text">The text. Its line feeds become spaces.</param>
    /// <param name="style"><see cref="TextStyle.Body"/> if null.</param>
    public void Paragraph(string text, TextStyle? style = null)
    {
        flow.Y += 2;
        DrawLines(text, style ?? TextStyle.Body);
        flow.Y += 3;
    }

    /// <summary>
    /// Adds text that keeps its line feeds, such as a signed note or a command. The font size is the largest at which every line fits. If no
    /// size is small enough, long lines continue on the next line with a deeper indent.
    /// </summary>
    public void Preformatted(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var style = PreformattedStyles.FirstOrDefault(
            style => lines.All(line => flow.BreakLines(line, style, PreformattedWidth).Count <= 1), PreformattedStyles[0]);
        flow.Y += 2;
        foreach (var line in lines)
        {
            var indent = Indent;
            foreach (var part in line.Length == 0 ? [new TextLine("", style, 0)] : flow.BreakLines(line, style, PreformattedWidth))
            {
                DrawLine(part, indent);
                indent = Indent * 2;
            }
        }

        flow.Y += 4;
    }

    /// <summary>Adds labels with their values, one below the other. A value that is null or blank prints <see cref="NotGiven"/>.</summary>
    public void Facts(params (string Label, string? Value)[] facts) => AddFacts(TextStyle.Body, facts);

    /// <summary>Like <see cref="Facts"/>, but for hashes and keys: in a font in which similar characters look different.</summary>
    public void CodeFacts(params (string Label, string? Value)[] facts) => AddFacts(TextStyle.Code, facts);

    /// <summary>Starts a table. Its headings appear with its first row.</summary>
    /// <param name="columns">From left to right.</param>
    /// <exception cref="ArgumentException">The columns' shares do not add up to 1.</exception>
    public Table Table(params TableColumn[] columns) => new(flow, columns);

    /// <summary>Leaves space.</summary>
    /// <param name="height">In points.</param>
    public void Space(float height) => flow.Y += height;

    /// <summary>Continues on a new page.</summary>
    public void NewPage() => flow.BeginPage();

    /// <summary>Continues on a new page if this one has less height left. Use it to keep a line of text with the content after it.</summary>
    /// <param name="height">In points.</param>
    public void EnsureRoom(float height) => flow.EnsureRoom(height);

    private void AddFacts(TextStyle style, (string Label, string? Value)[] facts)
    {
        var table = Table(FactColumns);
        foreach (var (label, value) in facts)
        {
            table.Row(
                new(new Paragraph(label, TextStyle.Label)),
                new(string.IsNullOrWhiteSpace(value) ? new Paragraph(NotGiven, TextStyle.Label) : new Paragraph(value, style)));
        }
    }

    private void DrawLines(string text, TextStyle style)
    {
        foreach (var line in flow.BreakLines(text, style, PageGeometry.Width))
            DrawLine(line, indent: 0);
    }

    private void DrawLine(TextLine line, float indent)
    {
        flow.EnsureRoom(line.Style.Leading);
        flow.DrawText(line, PageGeometry.Left + indent, flow.Y);
        flow.Y += line.Style.Leading;
    }
}
