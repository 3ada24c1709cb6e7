using System.Globalization;
using MiniExcelLibs;

namespace Dashboard.Browser.Tests.Setting;

/// <summary>The cells of a downloaded file, header first.</summary>
internal static class SpreadsheetText
{
    public static List<string[]> Csv(byte[] file) => Read(file, ExcelType.CSV);

    public static List<string[]> Xlsx(byte[] file) => Read(file, ExcelType.XLSX);

    private static List<string[]> Read(byte[] file, ExcelType type)
    {
        using var content = new MemoryStream(file);
        return
        [
            .. content.Query(useHeaderRow: false, excelType: type).Cast<IDictionary<string, object?>>()
                .Select(row => row.Values.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "").ToArray()),
        ];
    }
}
