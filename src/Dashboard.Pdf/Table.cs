namespace Dashboard.Pdf;

/// <summary>
/// Rows in columns with a thin line below each row. Column headings repeat on every page. Create one with <see cref="DocumentWriter.Table"/>.
/// </summary>
public sealed class Table
{
    private const float Gap = 10;
    private const float Padding = 3;

    private readonly PageFlow flow;
    private readonly TableColumn[] columns;
    private bool isStarted;

    internal Table(PageFlow flow, TableColumn[] columns)
    {
        var sum = columns.Sum(column => column.Share);
        if (Math.Abs(sum - 1) > 0.001f)
            throw new ArgumentException($"The columns' shares add up to {sum}; they must add up to 1.", nameof(columns));
        (this.flow, this.columns) = (flow, columns);
    }

    /// <summary>Adds a row. A row stays on one page if a page can hold it.</summary>
    /// <param name="cells">One for each column, from left to right.</param>
    /// <exception cref="ArgumentException">The number of cells differs from the number of columns.</exception>
    public void Row(params TableCell[] cells)
    {
        if (cells.Length != columns.Length)
            throw new ArgumentException($"The row has {cells.Length} cells; the table has {columns.Length} columns.", nameof(cells));
        var cellLines = new List<TextLine>[columns.Length];
        for (var index = 0; index < columns.Length; index++)
            cellLines[index] = [.. cells[index].Paragraphs.SelectMany(paragraph => flow.BreakLines(paragraph.Text, paragraph.Style, WidthOf(index)))];

        var height = cellLines.Max(HeightOf) + (2 * Padding);
        if (!isStarted || (flow.Room < height && !flow.IsAtTop))
            DrawHeadings(Math.Min(height, PageGeometry.Bottom - PageGeometry.Top - 40));
        while (!DrawLinesThatFit(cellLines))
            DrawHeadings(0);
    }

    /// <summary>Starts the table, or continues it on the next page. A table starts on the next page if this one cannot hold its first row.</summary>
    private void DrawHeadings(float rowHeight)
    {
        List<TextLine>[] headings = [.. columns.Select((column, index) => flow.BreakLines(column.Heading, TextStyle.ColumnHeading, WidthOf(index)))];
        var lines = headings.Max(heading => heading.Count);
        var height = lines == 0 ? 0 : (lines * TextStyle.ColumnHeading.Leading) + (2 * Padding);
        if (isStarted)
            flow.BeginPage();
        else
            flow.EnsureRoom(height + rowHeight);
        isStarted = true;
        if (lines == 0)
            return;
        for (var index = 0; index < columns.Length; index++)
        {
            var top = flow.Y + Padding + ((lines - headings[index].Count) * TextStyle.ColumnHeading.Leading);
            foreach (var line in headings[index])
            {
                Draw(line, index, top);
                top += TextStyle.ColumnHeading.Leading;
            }
        }

        flow.Y += height;
        flow.DrawRule(PageGeometry.Left, PageGeometry.Width, flow.Y - 0.5f, 0.75f, TextStyle.ColumnHeading.Colour);
    }

    /// <summary>Draws as many lines of each cell as fit on this page and removes them from the lists. True if no line is left.</summary>
    private bool DrawLinesThatFit(List<TextLine>[] cells)
    {
        var top = flow.Y + Padding;
        var bottom = top;
        for (var index = 0; index < cells.Length; index++)
        {
            var y = top;
            var drawn = 0;
            foreach (var line in cells[index])
            {
                if (y + line.Style.Leading > PageGeometry.Bottom)
                    break;
                Draw(line, index, y);
                y += line.Style.Leading;
                drawn++;
            }

            cells[index].RemoveRange(0, drawn);
            bottom = Math.Max(bottom, y);
        }

        flow.Y = bottom + Padding;
        flow.DrawRule(PageGeometry.Left, PageGeometry.Width, flow.Y - 0.5f);
        return cells.All(cell => cell.Count == 0);
    }

    private void Draw(TextLine line, int column, float top) =>
        flow.DrawText(line, LeftOf(column) + (columns[column].IsNumber ? Math.Max(0, WidthOf(column) - line.Width) : 0), top);

    private float WidthOf(int column) => (PageGeometry.Width * columns[column].Share) - (column == columns.Length - 1 ? 0 : Gap);

    private float LeftOf(int column) => PageGeometry.Left + (PageGeometry.Width * columns.Take(column).Sum(before => before.Share));

    private static float HeightOf(List<TextLine> lines) => lines.Sum(line => line.Style.Leading);
}
