using System.Globalization;
using System.Text;
using CsCheck;
using Sylvan.Data.Csv;

namespace Dashboard.Formats.Tests;

/// <summary>Random rows, written in every form that CSV allows, are read back equal, each with the line on which it starts.</summary>
public sealed class CsvPropertyTests
{
    private static readonly string[] Header =
        ["resource_id", "dataset", "operator", "country", "region", "role", "bytes", "records", "fingerprint", "retain_until", "created_at"];

    private static readonly Gen<string> AnyText =
        from middle in Gen.OneOf("a", "é", "漢", "😀", " ", ",", "\"", "\n", "\r\n", "\t", ";", "'", "\u00A0", "#").Array[0, 12]
        from last in Gen.Char['a', 'z']
        select $"x{string.Concat(middle)}{last}";

    private static readonly Gen<CopyRow> AnyRow =
        from id in AnyText
        from name in Gen.Char['a', 'z'].Array[1, 5]
        from place in Gen.Select(AnyText, AnyText, Gen.OneOf("US", "SG", "unknown"))
        from role in Gen.OneOf([.. InventoryFormat.Roles])
        from bytes in Gen.Long[0, long.MaxValue]
        from records in Gen.Long[0, 1000].Nullable()
        from fingerprint in AnyText.Null()
        from retain in Gen.Int[0, 10_000].Nullable()
        from created in Gen.Long[0, 1_700_000_000_000].Nullable()
        select new CopyRow(
            0, id, $"urn:test:{new string(name)}", place.Item1, place.Item3, place.Item2, role, bytes, records, fingerprint,
            retain is null ? null : new DateOnly(2020, 1, 1).AddDays(retain.Value),
            created is null ? null : DateTimeOffset.FromUnixTimeMilliseconds(created.Value));

    private static readonly Gen<Writing> AnyWriting =
        from order in Gen.Shuffle(Enumerable.Range(0, Header.Length).ToArray())
        from style in Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool)
        from piece in Gen.OneOf(1, 2, 3, 17, 4096)
        select new Writing(order, style.Item1 ? "\r\n" : "\n", Bom: style.Item2, QuoteAll: style.Item3, Gzip: style.Item4, piece);

    [Fact]
    public void Read_RowsInAnyCsvStyle_AreEqual() =>
        Gen.Select(AnyRow.Array[0, 30], AnyWriting).Sample(
            (rows, writing) =>
            {
                var (content, expected) = writing.Write(rows);
                var read = InventoryFormat.Read(Upload.Of(content).Trickled(writing.PieceBytes), Upload.Options, CancellationToken.None).Rows();
                return read.SequenceEqual(expected);
            },
            iter: 1000);

    [Fact]
    public void Read_RowsWrittenByAnotherLibrary_AreEqual() =>
        AnyRow.Array[1, 30].Sample(
            rows =>
            {
                var text = new StringWriter();
                using (var table = CsvDataReader.Create(new StringReader(Encoding.UTF8.GetString(Writing.Plain.Write(rows).Content))))
                using (var writer = CsvDataWriter.Create(text)) writer.Write(table);
                var read = InventoryFormat.Read(Upload.Of(text.ToString()), Upload.Options, CancellationToken.None).Rows();
                return read.Select(row => row with { Line = 0 }).SequenceEqual(rows);
            },
            iter: 200);

    private sealed record Writing(int[] Order, string LineEnd, bool Bom, bool QuoteAll, bool Gzip, int PieceBytes)
    {
        public static readonly Writing Plain = new([.. Enumerable.Range(0, Header.Length)], "\n", Bom: false, QuoteAll: false, Gzip: false, 4096);

        public (byte[] Content, List<CopyRow> Expected) Write(CopyRow[] rows)
        {
            var text = new StringBuilder(Bom ? "\uFEFF" : "");
            var expected = new List<CopyRow>();
            var line = 1L;
            text.AppendJoin(',', Order.Select(column => Cell(Header[column]))).Append(LineEnd);
            foreach (var row in rows)
            {
                line++;
                expected.Add(row with { Line = line });
                var record = string.Join(',', Order.Select(column => Cell(Cells(row)[column])));
                line += record.Count(character => character == '\n');
                text.Append(record).Append(LineEnd);
            }

            var content = Encoding.UTF8.GetBytes(text.ToString());
            return (Gzip ? Upload.Gzip(content) : content, expected);
        }

        private string Cell(string value) => QuoteAll || value.AsSpan().IndexOfAny(",\"\r\n") >= 0
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;

        private static string[] Cells(CopyRow row) =>
        [
            row.ResourceId, row.Dataset, row.Operator, row.Country, row.Region, row.Role,
            row.Bytes?.ToString(CultureInfo.InvariantCulture) ?? "",
            row.Records?.ToString(CultureInfo.InvariantCulture) ?? "",
            row.Fingerprint ?? "",
            row.RetainUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            row.CreatedAt?.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture) ?? "",
        ];
    }
}
