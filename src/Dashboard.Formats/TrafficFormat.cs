using Dashboard.Formats.Reading;

namespace Dashboard.Formats;

/// <summary>Requests from the protected population to one service at one location on one day.</summary>
/// <param name="Line">1-based physical line on which the row starts.</param>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Service">The service that answered.</param>
/// <param name="Operator">Who operates the location, or <c>unknown</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2 in upper case (not checked against the list), or <c>unknown</c>.</param>
/// <param name="Region">The operator's name for the region, or <c>unknown</c>.</param>
/// <param name="Requests">Number of requests, 0 or more.</param>
public sealed record TrafficRow(long Line, DateOnly Day, string Service, string Operator, string Country, string Region, long Requests);

/// <summary>Our own daily traffic, one row per day, service and location: CSV with a header (RFC 4180), or NDJSON with the same names.</summary>
public static class TrafficFormat
{
    private static readonly Column Day = new()
    {
        Name = "day",
        Kind = ColumnKind.Day,
        NotInFuture = true,
        Meaning = "The date in UTC; not in the future.",
        Example = "2025-06-01",
        SecondExample = "2025-06-01",
    };

    private static readonly Column Service = new()
    {
        Name = "service",
        Kind = ColumnKind.Text,
        MaxLength = 128,
        Meaning = "The service that answered the requests.",
        Example = "feed",
        SecondExample = "feed",
    };

    private static readonly Column Operator = new()
    {
        Name = "operator",
        Kind = ColumnKind.Text,
        MaxLength = 64,
        Meaning = "Who operates the location that answered, or unknown.",
        Example = "Oracle",
        SecondExample = "Company",
    };

    private static readonly Column Country = new()
    {
        Name = "country",
        Kind = ColumnKind.Country,
        Meaning = "Country of that location: two letters (ISO 3166-1 alpha-2), or unknown.",
        Example = "US",
        SecondExample = "SG",
    };

    private static readonly Column Region = new()
    {
        Name = "region",
        Kind = ColumnKind.Text,
        MaxLength = 64,
        Meaning = "The operator's name for that region, or unknown.",
        Example = "us-ashburn-1",
        SecondExample = "sg1",
    };

    private static readonly Column Requests = new()
    {
        Name = "requests",
        Kind = ColumnKind.Whole,
        Meaning = "Number of requests from the protected population that it answered that day.",
        Example = "81234567",
        SecondExample = "120345",
    };

    /// <summary>The columns, their meanings and the templates.</summary>
    public static TableFormat Table { get; } = new(
        "a traffic file",
        "Number of requests from the protected population that each location answered, by day and service.",
        [Day, Service, Operator, Country, Region, Requests]);

    /// <summary>Reads a traffic file as it streams in.</summary>
    /// <exception cref="UnreadableFileException">Thrown during enumeration, when the whole file cannot be read.</exception>
    public static RowStream<TrafficRow> Read(InputFile file, ReaderOptions options, CancellationToken cancellation) =>
        TableRows.Read(file, Table, Service, options, Row, cancellation);

    private static TrafficRow Row(RowFields fields) => new(
        fields.Line,
        fields.Day(Day),
        fields.Shared(Service),
        fields.SharedOrUnknown(Operator),
        fields.Country(Country),
        fields.SharedOrUnknown(Region),
        fields.Whole(Requests));
}
