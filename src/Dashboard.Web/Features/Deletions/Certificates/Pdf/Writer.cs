namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>Numbered sections, paragraphs and facts, one under the other.</summary>
internal sealed class Writer(Sheet sheet)
{
    private static readonly TableColumn[] FactColumns = [new("", 0.27f), new("", 0.73f)];

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

    /// <summary>Text whose line feeds count, such as a signed note or a command.</summary>
    public void Block(string text)
    {
        sheet.Y += 2;
        foreach (var line in text.TrimEnd('\n').Split('\n'))
            Lines(line.Length == 0 ? " " : line, TextStyle.Block, indent: 10);
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

    private void Lines(string text, TextStyle style, float indent = 0)
    {
        foreach (var line in sheet.Break(text, style, Frame.Width - indent))
        {
            sheet.Need(style.Leading);
            sheet.Text(line, Frame.Left + indent, sheet.Y);
            sheet.Y += style.Leading;
        }
    }
}
