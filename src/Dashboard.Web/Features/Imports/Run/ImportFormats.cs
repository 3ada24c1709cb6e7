using Dashboard.Core.Imports;
using Dashboard.Formats;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>The name, kind and needs of each format.</summary>
internal static class ImportFormats
{
    public static string NameOf(FileFormat format) => format switch
    {
        FileFormat.InventoryCsv => "an inventory (CSV)",
        FileFormat.InventoryNdjson => "an inventory (NDJSON)",
        FileFormat.S3Inventory => "an AWS S3 Inventory",
        FileFormat.HdfsDelimited => "an HDFS listing (oiv Delimited)",
        FileFormat.OracleBuckets => "an Oracle Object Storage bucket listing",
        FileFormat.TrafficCsv => "daily traffic (CSV)",
        FileFormat.TrafficNdjson => "daily traffic (NDJSON)",
        FileFormat.RegisterCsv => "a dataset register (CSV)",
        FileFormat.RegisterNdjson => "a dataset register (NDJSON)",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };

    public static SourceKind KindOf(FileFormat format) => format switch
    {
        FileFormat.TrafficCsv or FileFormat.TrafficNdjson => SourceKind.Traffic,
        FileFormat.RegisterCsv or FileFormat.RegisterNdjson => SourceKind.Register,
        _ => SourceKind.Inventory,
    };

    /// <summary>True for formats that list data without its location.</summary>
    public static bool NeedsLocation(FileFormat format) => format is FileFormat.S3Inventory or FileFormat.HdfsDelimited;
}
