using Dashboard.Formats.Reading;

namespace Dashboard.Formats;

/// <summary>One dataset, as a data catalog and a migration tool describe it.</summary>
/// <param name="Line">1-based physical line on which the row starts.</param>
/// <param name="Dataset">The dataset's URN (RFC 8141).</param>
/// <param name="Name">The dataset's display name.</param>
/// <param name="System">The system that it belongs to.</param>
/// <param name="Owner">Who is responsible for it; null when not reported.</param>
/// <param name="Classification">Name of its classification (not checked against the configured ones).</param>
/// <param name="Categories">Kinds of data in it; empty when not reported.</param>
/// <param name="Wave">The wave in which it is planned to move; null when not reported.</param>
/// <param name="DeclaredStatus">One of <see cref="RegisterFormat.Statuses"/>; null when not reported.</param>
/// <param name="DeclaredPercent">Declared progress in percent, 0 to 100; null when not reported.</param>
/// <param name="DeclaredAt">When the status was declared, UTC; null when not reported.</param>
/// <param name="NextUpdateDue">Date on which the next declaration is due; null when not reported.</param>
public sealed record DatasetRow(
    long Line,
    string Dataset,
    string Name,
    string System,
    string? Owner,
    string Classification,
    IReadOnlyList<string> Categories,
    string? Wave,
    string? DeclaredStatus,
    int? DeclaredPercent,
    DateTimeOffset? DeclaredAt,
    DateOnly? NextUpdateDue);

/// <summary>The dashboard's own register, one row per dataset: CSV with a header (RFC 4180), or NDJSON with the same names.</summary>
public static class RegisterFormat
{
    /// <summary>The statuses that a migration tool can declare.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["NOT_STARTED", "IN_PROGRESS", "FAILED", "COMPLETED"];

    private static readonly Column Dataset = new()
    {
        Name = "dataset",
        Kind = ColumnKind.Urn,
        Meaning = "The dataset's URN, the same as in inventories.",
        Example = "urn:dataset:videos",
        SecondExample = "urn:dataset:help-pages",
    };

    private static readonly Column Name = new()
    {
        Name = "name",
        Kind = ColumnKind.Text,
        Meaning = "The dataset's display name.",
        Example = "Uploaded videos",
        SecondExample = "Help pages",
    };

    private static readonly Column System = new()
    {
        Name = "system",
        Kind = ColumnKind.Text,
        MaxLength = 128,
        Meaning = "The system that the dataset belongs to.",
        Example = "Video store",
        SecondExample = "Help centre",
    };

    private static readonly Column Owner = new()
    {
        Name = "owner",
        Kind = ColumnKind.Text,
        Required = false,
        Meaning = "Who is responsible for the dataset.",
        Example = "video-platform@example.com",
    };

    private static readonly Column Classification = new()
    {
        Name = "classification",
        Kind = ColumnKind.Text,
        MaxLength = 64,
        Meaning = "Name of the classification: Protected, Excepted, Public or Unclassified, or one of your own.",
        Example = "Protected",
        SecondExample = "Public",
    };

    private static readonly Column Categories = new()
    {
        Name = "categories",
        Kind = ColumnKind.Text,
        MaxLength = 1024,
        Required = false,
        Meaning = "Kinds of data in it, separated by semicolons.",
        Example = "user content;identifiers",
    };

    private static readonly Column Wave = new()
    {
        Name = "wave",
        Kind = ColumnKind.Text,
        MaxLength = 128,
        Required = false,
        Meaning = "Name of the wave in which it is planned to move.",
        Example = "Wave 2",
    };

    private static readonly Column DeclaredStatus = new()
    {
        Name = "declared_status",
        Kind = ColumnKind.Word,
        Words = Statuses,
        Required = false,
        Meaning = "The status that the migration tool reports, shown next to the stage derived from inventories.",
        Example = "IN_PROGRESS",
    };

    private static readonly Column DeclaredPercent = new()
    {
        Name = "declared_percent",
        Kind = ColumnKind.Whole,
        MaxValue = 100,
        Required = false,
        Meaning = "Declared progress of the migration in percent, 0 to 100.",
        Example = "40",
    };

    private static readonly Column DeclaredAt = new()
    {
        Name = "declared_at",
        Kind = ColumnKind.Timestamp,
        Required = false,
        NotInFuture = true,
        Meaning = "When the status was declared, with Z or an offset; not in the future.",
        Example = "2025-06-01T08:30:00Z",
    };

    private static readonly Column NextUpdateDue = new()
    {
        Name = "next_update_due",
        Kind = ColumnKind.Day,
        Required = false,
        Meaning = "Date on which the next status update is due.",
        Example = "2025-07-01",
    };

    /// <summary>The columns, their meanings and the templates.</summary>
    public static TableFormat Table { get; } = new(
        "a register of datasets",
        "Every dataset: its name, system, owner and classification, and what is declared about its migration.",
        [Dataset, Name, System, Owner, Classification, Categories, Wave, DeclaredStatus, DeclaredPercent, DeclaredAt, NextUpdateDue]);

    /// <summary>Reads a register as it streams in.</summary>
    /// <exception cref="UnreadableFileException">Thrown during enumeration, when the whole file cannot be read.</exception>
    public static RowStream<DatasetRow> Read(InputFile file, ReaderOptions options, CancellationToken cancellation) =>
        TableRows.Read(file, Table, Dataset, options, Row, cancellation);

    private static DatasetRow Row(RowFields fields) => new(
        fields.Line,
        fields.Urn(Dataset),
        fields.Text(Name),
        fields.Shared(System),
        fields.OptionalShared(Owner),
        fields.Shared(Classification),
        Separated(fields.OptionalShared(Categories)),
        fields.OptionalShared(Wave),
        fields.OptionalWord(DeclaredStatus),
        (int?)fields.OptionalWhole(DeclaredPercent),
        fields.OptionalMoment(DeclaredAt),
        fields.OptionalDay(NextUpdateDue));

    private static string[] Separated(string? categories) =>
        categories?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
