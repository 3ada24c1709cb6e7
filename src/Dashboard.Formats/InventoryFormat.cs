using Dashboard.Formats.Reading;

namespace Dashboard.Formats;

/// <summary>
/// One copy of a dataset, as its source reports it. <see cref="Operator"/>, <see cref="Country"/> and <see cref="Region"/> are
/// <c>unknown</c> when the source does not know them.
/// </summary>
/// <param name="Line">1-based physical line on which the row starts.</param>
/// <param name="ResourceId">The source's own, stable name for the copy.</param>
/// <param name="Dataset">URN (RFC 8141) of the dataset that this is a copy of.</param>
/// <param name="Operator">Who operates the location, or <c>unknown</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2 in upper case (not checked against the list), or <c>unknown</c>.</param>
/// <param name="Region">The operator's name for the region, or <c>unknown</c>.</param>
/// <param name="Role">One of <see cref="InventoryFormat.Roles"/>, lower case.</param>
/// <param name="Bytes">Size in bytes, 0 or more; null when not reported, which is different from 0.</param>
/// <param name="Records">Number of records; null when not reported.</param>
/// <param name="Fingerprint">A value that is equal for equal content, such as a hash; null when not reported.</param>
/// <param name="RetainUntil">Last day on which the copy must be kept; null when there is none.</param>
/// <param name="CreatedAt">When the copy was created, UTC; null when not reported.</param>
public sealed record CopyRow(
    long Line,
    string ResourceId,
    string Dataset,
    string Operator,
    string Country,
    string Region,
    string Role,
    long? Bytes,
    long? Records,
    string? Fingerprint,
    DateOnly? RetainUntil,
    DateTimeOffset? CreatedAt);

/// <summary>The dashboard's own inventory, one row per copy: CSV with a header (RFC 4180), or NDJSON with the same names.</summary>
public static class InventoryFormat
{
    /// <summary>The word for an operator, country or region that the source does not know.</summary>
    public const string Unknown = RowFields.Unknown;

    /// <summary>The roles that a copy can have, lower case.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["primary", "replica", "backup", "archive", "cache", "export"];

    private static readonly Column ResourceId = new()
    {
        Name = "resource_id",
        Kind = ColumnKind.Text,
        MaxLength = 512,
        Meaning = "The source's own name for the copy. It must stay the same in every inventory.",
        Example = "iad/videos/2025",
        SecondExample = "va1:/backup/videos/2025-06-30.tar",
    };

    private static readonly Column Dataset = new()
    {
        Name = "dataset",
        Kind = ColumnKind.Urn,
        Meaning = "URN of the dataset that this is a copy of.",
        Example = "urn:dataset:videos",
        SecondExample = "urn:dataset:videos",
    };

    private static readonly Column Operator = new()
    {
        Name = "operator",
        Kind = ColumnKind.Text,
        MaxLength = 64,
        Meaning = "Who operates the location of the copy, or unknown.",
        Example = "Oracle",
        SecondExample = "Company",
    };

    private static readonly Column Country = new()
    {
        Name = "country",
        Kind = ColumnKind.Country,
        Meaning = "Country of the location: two letters (ISO 3166-1 alpha-2), or unknown.",
        Example = "US",
        SecondExample = "US",
    };

    private static readonly Column Region = new()
    {
        Name = "region",
        Kind = ColumnKind.Text,
        MaxLength = 64,
        Meaning = "The operator's name for the region, or unknown.",
        Example = "us-ashburn-1",
        SecondExample = "va1",
    };

    private static readonly Column Role = new()
    {
        Name = "role",
        Kind = ColumnKind.Word,
        Words = Roles,
        Meaning = "What the copy is for.",
        Example = "primary",
        SecondExample = "backup",
    };

    private static readonly Column Bytes = new()
    {
        Name = "bytes",
        Kind = ColumnKind.Whole,
        Meaning = "Size of the copy in bytes, as stored. Leave it empty if it is not known; that is different from 0.",
        Example = "734003200",
        SecondExample = "512000000",
    };

    private static readonly Column Records = new()
    {
        Name = "records",
        Kind = ColumnKind.Whole,
        Required = false,
        Meaning = "Number of records in the copy, used to compare it with other copies of its dataset.",
        Example = "120000",
    };

    private static readonly Column Fingerprint = new()
    {
        Name = "fingerprint",
        Kind = ColumnKind.Text,
        MaxLength = 128,
        Required = false,
        Meaning = "A hash of the content. It is used only to see whether copies are equal.",
        Example = "sha256:9f86d081884c7d65",
    };

    private static readonly Column RetainUntil = new()
    {
        Name = "retain_until",
        Kind = ColumnKind.Day,
        Required = false,
        Meaning = "Last day on which the copy must be kept.",
        Example = "",
        SecondExample = "2032-06-30",
    };

    private static readonly Column CreatedAt = new()
    {
        Name = "created_at",
        Kind = ColumnKind.Timestamp,
        Required = false,
        NotInFuture = true,
        Meaning = "When the copy was created, with Z or an offset; not in the future.",
        Example = "2025-06-01T08:30:00Z",
        SecondExample = "2025-06-30T23:00:00Z",
    };

    /// <summary>The columns, their meanings and the templates.</summary>
    public static TableFormat Table { get; } = new(
        "an inventory",
        "Every copy that a source has, with its dataset, location, role and size.",
        [ResourceId, Dataset, Operator, Country, Region, Role, Bytes, Records, Fingerprint, RetainUntil, CreatedAt]);

    /// <summary>Reads an inventory as it streams in.</summary>
    /// <exception cref="UnreadableFileException">Thrown during enumeration, when the whole file cannot be read.</exception>
    public static RowStream<CopyRow> Read(InputFile file, ReaderOptions options, CancellationToken cancellation) =>
        TableRows.Read(file, Table, ResourceId, options, Row, cancellation);

    private static CopyRow Row(RowFields fields) => new(
        fields.Line,
        fields.Text(ResourceId),
        fields.Urn(Dataset),
        fields.SharedOrUnknown(Operator),
        fields.Country(Country),
        fields.SharedOrUnknown(Region),
        fields.Word(Role),
        fields.OptionalWhole(Bytes),
        fields.OptionalWhole(Records),
        fields.OptionalText(Fingerprint),
        fields.OptionalDay(RetainUntil),
        fields.OptionalMoment(CreatedAt));
}
