namespace Dashboard.Formats.Tests;

public sealed class TableFormatTests
{
    [Fact]
    public void Templates_OfInventory_AreReadBackTheSame() => AssertSame(InventoryFormat.Table, InventoryFormat.Read, row => row with { Line = 0 });

    [Fact]
    public void Templates_OfTraffic_AreReadBackTheSame() => AssertSame(TrafficFormat.Table, TrafficFormat.Read, row => row with { Line = 0 });

    [Fact]
    public void Templates_OfRegister_AreReadBackTheSame() =>
        AssertSame(RegisterFormat.Table, RegisterFormat.Read, row => (row with { Line = 0, Categories = [] }, string.Join('|', row.Categories)));

    [Fact]
    public void Columns_OfEveryFormat_AreExplained() =>
        Assert.All(TableFormat.All.SelectMany(format => format.Columns), column =>
        {
            Assert.EndsWith(".", column.Meaning, StringComparison.Ordinal);
            Assert.NotEmpty(column.Example + column.SecondExample);
            Assert.Equal(column.Name.ToLowerInvariant(), column.Name);
        });

    private static void AssertSame<TRow, TKey>(
        TableFormat format, Func<InputFile, ReaderOptions, CancellationToken, IEnumerable<Parsed<TRow>>> read, Func<TRow, TKey> comparable)
        where TRow : class
    {
        var csv = read(Upload.Of(format.CsvTemplate()), Upload.Options, CancellationToken.None).Rows();
        var ndjson = read(Upload.Of(format.NdjsonTemplate()), Upload.Options, CancellationToken.None).Rows();
        Assert.Equal(2, csv.Count);
        Assert.Equal(csv.Select(comparable), ndjson.Select(comparable));
    }
}
