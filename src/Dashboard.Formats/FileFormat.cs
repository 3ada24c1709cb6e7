namespace Dashboard.Formats;

/// <summary>The file formats that can be read. Each may be compressed with gzip.</summary>
public enum FileFormat
{
    /// <summary>The dashboard's own inventory of copies as CSV: <see cref="InventoryFormat"/>.</summary>
    InventoryCsv,

    /// <summary>The dashboard's own inventory of copies as NDJSON, one object per line: <see cref="InventoryFormat"/>.</summary>
    InventoryNdjson,

    /// <summary>AWS S3 Inventory, manifest.json with its CSV data files: <see cref="S3Inventory"/>.</summary>
    S3Inventory,

    /// <summary>Output of <c>hdfs oiv -p Delimited</c>: <see cref="HdfsListing"/>.</summary>
    HdfsDelimited,

    /// <summary>Oracle Object Storage bucket listing as JSON: <see cref="OracleBucketListing"/>.</summary>
    OracleBuckets,

    /// <summary>The dashboard's own daily traffic as CSV: <see cref="TrafficFormat"/>.</summary>
    TrafficCsv,

    /// <summary>The dashboard's own daily traffic as NDJSON: <see cref="TrafficFormat"/>.</summary>
    TrafficNdjson,

    /// <summary>The dashboard's own register of datasets as CSV: <see cref="RegisterFormat"/>.</summary>
    RegisterCsv,

    /// <summary>The dashboard's own register of datasets as NDJSON: <see cref="RegisterFormat"/>.</summary>
    RegisterNdjson,
}
