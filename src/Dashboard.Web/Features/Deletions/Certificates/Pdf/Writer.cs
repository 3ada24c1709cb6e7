namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>Numbered sections, paragraphs and facts, one under the other.</summary>
internal sealed class Writer(Sheet sheet)
{
    private static readonly TableColumn[] FactColumns = [new("", 0.27f), new("", 0.73f)];

    private const float BlockIndent = 10;
    private const float BlockWidth = Frame.Width - (2 * BlockIndent);

    private static readonly TextStyle[] BlockStyles =
        [TextStyle.Block, TextStyle.Block with { Size = 6.9f }, TextStyle.Block with { Size = 6.4f }, TextStyle.Block with { Size = 5.9f }];

    private int sections;

    public Sheet Sheet => sheet;

    public void Section(string title)
    {
        sections++;
        sheet.Need(70);
        sheet.Y += sheet.IsAtTop ? 0 : 14;
        Lines($"{sections}. {title}", TextStyle.Section);
        sheet.Y += 3;
        sheet.Rule(Frame.Left, Frame.Width, sheet.Y, 0.75f, TextStyle.Section.Colour);
        sheet.Y += 3;
    }

    public void Say(string text, TextStyle? style = null)
    {
        sheet.Y += 2;
        Lines(text, style ?? TextStyle.Body);
        sheet.Y += 3;
    }

    /// <summary>
    /// Text whose line feeds count, such as a signed note or a command. It is set as large as lets every line stand whole; what is longer
    /// still goes on further in.
    /// </summary>
    public void Block(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var style = BlockStyles.FirstOrDefault(style => lines.All(line => sheet.Break(line, style, BlockWidth).Count <= 1), BlockStyles[0]);
        sheet.Y += 2;
        foreach (var line in lines)
        {
            var indent = BlockIndent;
            foreach (var part in line.Length == 0 ? [new Line("", style, 0)] : sheet.Break(line, style, BlockWidth))
            {
                Put(part, indent);
                indent = BlockIndent * 2;
            }
        }

        sheet.Y += 4;
    }

    public void Facts(params (string Label, string Value)[] facts) => Facts(TextStyle.Body, facts);

    /// <summary>Hashes and keys, in a font that tells their characters apart.</summary>
    public void Codes(params (string Label, string Value)[] facts) => Facts(TextStyle.Code, facts);

    public Table Table(params TableColumn[] columns) => new(sheet, columns);

    public void Space(float height) => sheet.Y += height;

    private void Facts(TextStyle style, (string Label, string Value)[] facts)
    {
        var table = new Table(sheet, FactColumns);
        foreach (var (label, value) in facts)
            table.Row([new(label, TextStyle.Label)], [new(value, value == Shown.NotGiven ? TextStyle.Label : style)]);
    }

    private void Lines(string text, TextStyle style)
    {
        foreach (var line in sheet.Break(text, style, Frame.Width))
            Put(line, indent: 0);
    }

    private void Put(Line line, float indent)
    {
        sheet.Need(line.Style.Leading);
        sheet.Text(line, Frame.Left + indent, sheet.Y);
        sheet.Y += line.Style.Leading;
    }
}
