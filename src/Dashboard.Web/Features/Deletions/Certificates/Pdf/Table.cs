namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>Rows in columns with a hairline under each; the headings come again on every page.</summary>
/// <param name="sheet">Where it goes.</param>
/// <param name="columns">From left to right.</param>
internal sealed class Table(Sheet sheet, params TableColumn[] columns)
{
    private const float Gap = 10;
    private const float Pad = 3;

    private bool isHeaded;

    /// <summary>A row; it stays on one page where it fits on one. Every cell has its paragraphs.</summary>
    public void Row(params Paragraph[][] cells)
    {
        var set = new List<Line>[columns.Length];
        for (var index = 0; index < columns.Length; index++)
            set[index] = [.. cells[index].SelectMany(paragraph => sheet.Break(paragraph.Text, paragraph.Style, WidthOf(index)))];

        var height = set.Max(HeightOf) + (2 * Pad);
        if (!isHeaded || (sheet.Room < height && !sheet.IsAtTop))
            Head(Math.Min(height, Frame.Bottom - Frame.Top - 40));
        while (Place(set) is false)
            Head(0);
    }

    /// <summary>Begins the table, on the next page if its first row would not fit under the headings.</summary>
    private void Head(float rowHeight)
    {
        List<Line>[] headings = [.. columns.Select((column, index) => sheet.Break(column.Heading, TextStyle.Heading, WidthOf(index)))];
        var lines = headings.Max(heading => heading.Count);
        var height = lines == 0 ? 0 : (lines * TextStyle.Heading.Leading) + (2 * Pad);
        if (isHeaded)
            sheet.BeginPage();
        else
            sheet.Need(height + rowHeight);
        isHeaded = true;
        if (lines == 0)
            return;
        for (var index = 0; index < columns.Length; index++)
        {
            var top = sheet.Y + Pad + ((lines - headings[index].Count) * TextStyle.Heading.Leading);
            foreach (var line in headings[index])
            {
                Put(line, index, top);
                top += TextStyle.Heading.Leading;
            }
        }

        sheet.Y += height;
        sheet.Rule(Frame.Left, Frame.Width, sheet.Y - 0.5f, 0.75f, TextStyle.Heading.Colour);
    }

    /// <summary>Puts as many lines of each cell as there is room for, and takes them away; true when that was all.</summary>
    private bool Place(List<Line>[] cells)
    {
        var top = sheet.Y + Pad;
        var bottom = top;
        for (var index = 0; index < cells.Length; index++)
        {
            var y = top;
            var placed = 0;
            foreach (var line in cells[index])
            {
                if (y + line.Style.Leading > Frame.Bottom)
                    break;
                Put(line, index, y);
                y += line.Style.Leading;
                placed++;
            }

            cells[index].RemoveRange(0, placed);
            bottom = Math.Max(bottom, y);
        }

        sheet.Y = bottom + Pad;
        sheet.Rule(Frame.Left, Frame.Width, sheet.Y - 0.5f);
        return cells.All(cell => cell.Count == 0);
    }

    private void Put(Line line, int column, float top) =>
        sheet.Text(line, LeftOf(column) + (columns[column].IsNumber ? Math.Max(0, WidthOf(column) - line.Width) : 0), top);

    private float WidthOf(int column) => (Frame.Width * columns[column].Share) - (column == columns.Length - 1 ? 0 : Gap);

    private float LeftOf(int column) => Frame.Left + (Frame.Width * columns.Take(column).Sum(before => before.Share));

    private static float HeightOf(List<Line> lines) => lines.Sum(line => line.Style.Leading);
}
