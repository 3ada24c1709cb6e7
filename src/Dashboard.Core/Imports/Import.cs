using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;

namespace Dashboard.Core.Imports;

/// <summary>How far an import has progressed.</summary>
public enum ImportState
{
    /// <summary>Its files are stored; reading has not begun.</summary>
    Received,

    /// <summary>Its rows are being read for the preview.</summary>
    Reading,

    /// <summary>Read: the preview shows what it would change. Nothing has changed yet.</summary>
    AwaitingConfirmation,

    /// <summary>Confirmed, and being applied in one transaction.</summary>
    Applying,

    Applied,

    /// <summary>Could not be imported; nothing has changed. The reason says what to do.</summary>
    Refused,

    /// <summary>Stopped by a person before it was applied; nothing has changed.</summary>
    Cancelled,
}

/// <summary>One run of a source: its files, what was read, and what it changed.</summary>
public sealed class Import : IVersioned
{
    private Import()
    {
    }

    public long Id { get; private set; }

    public long SourceId { get; private set; }

    public ImportState State { get; private set; }

    /// <summary>Name of the format, once detected.</summary>
    public string? Format { get; private set; }

    /// <summary>SHA-256 over the files' SHA-256 hashes in order of name, or of the file itself if there is only one. Lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    public IReadOnlyList<ImportedFile> Files { get; private set; } = [];

    /// <summary>Name of the folder inside the uploads folder that contains the files.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>Whether it lists everything that its source (or the part of it in <see cref="Coverage"/>) has.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Why an import that was said to be complete is read as partial: its files show that something is missing.</summary>
    public string? PartialBecause { get; private set; }

    /// <summary>The parts of the source that it lists; empty for the whole source.</summary>
    public IReadOnlyList<string> Coverage { get; private set; } = [];

    public Wholeness Wholeness { get; private set; }

    /// <summary>What shows that it is whole, in words; null if nothing does.</summary>
    public string? WholeBecause { get; private set; }

    /// <summary>The number of rows that the sender stated; null if none.</summary>
    public long? StatedRows { get; private set; }

    /// <summary>The SHA-256 of the files that the sender stated, lower-case hex; null if none.</summary>
    public string? StatedSha256 { get; private set; }

    /// <summary>The source's own API token that it came with; null if a person or the inbox brought it.</summary>
    public long? TokenId { get; private set; }

    /// <summary>The sender's own key for this report: the same key means the same report. Null if none was sent.</summary>
    public string? IdempotencyKey { get; private set; }

    /// <summary>The member who brought it; null for a token or the inbox.</summary>
    public long? BroughtById { get; private set; }

    /// <summary>That member's unit at that time.</summary>
    public string? BroughtByUnit { get; private set; }

    /// <summary>The member who confirmed it; null if it was applied without a person.</summary>
    public long? ConfirmedById { get; private set; }

    public string? ConfirmedBy { get; private set; }

    public string? ConfirmedByUnit { get; private set; }

    /// <summary>Why it does not apply itself although it could; null if nothing stops it.</summary>
    public string? WaitsBecause { get; private set; }

    /// <summary>The time that the inventory describes.</summary>
    public DateTimeOffset AsOf { get; private set; }

    /// <summary>It came through the inbox or was pushed by its source. It applies itself unless too many copies would vanish.</summary>
    public bool IsUnattended { get; private set; }

    /// <summary>Name of the member who started it, or of the inbox.</summary>
    public string StartedBy { get; private set; } = "";

    public DateTimeOffset ReceivedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Time spent reading and applying, without the wait for a person.</summary>
    public TimeSpan WorkTime { get; private set; }

    public ImportCounts Counts { get; private set; } = ImportCounts.Zero;

    /// <summary>The first rows, as the reader understood them.</summary>
    public ImportSample Sample { get; private set; } = ImportSample.Empty;

    /// <summary>What a person should know before confirming, such as locations that appear for the first time.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>The source's latest applied import when the preview was made; null if there was none.</summary>
    public long? ComparedAfterImportId { get; private set; }

    /// <summary>True if it was compared again because another import of its source was applied after the first preview.</summary>
    public bool IsComparedAgain { get; private set; }

    /// <summary>Why it was refused, in plain words.</summary>
    public string? Refusal { get; private set; }

    public long Version { get; private set; }

    public bool IsFinished => State is ImportState.Applied or ImportState.Refused or ImportState.Cancelled;

    public static Import Receive(
        Source source, IReadOnlyList<ImportedFile> files, string sha256, string folder, bool isComplete,
        DateTimeOffset asOf, string startedBy, bool isUnattended, DateTimeOffset now, ImportOrigin? origin = null) => new()
        {
            TokenId = origin?.TokenId,
            IdempotencyKey = origin?.IdempotencyKey,
            BroughtById = origin?.Member?.Id,
            BroughtByUnit = origin?.Member?.Unit,
            StatedRows = origin?.StatedRows,
            StatedSha256 = origin?.StatedSha256,
            SourceId = source.Id,
            Files = files,
            Sha256 = sha256,
            Folder = folder,
            IsComplete = isComplete,
            AsOf = asOf,
            StartedBy = startedBy,
            IsUnattended = isUnattended,
            ReceivedAt = now,
        };

    /// <summary>Starts reading, or starts over after the server was stopped.</summary>
    public void BeginReading() => (State, Counts, WorkTime) = (ImportState.Reading, ImportCounts.Zero, TimeSpan.Zero);

    /// <summary>Records what the files say about themselves, after the last row.</summary>
    public void Understand(ImportReading reading)
    {
        (Coverage, WaitsBecause) = (reading.Coverage, reading.WaitsBecause);
        if (reading.PartialBecause is not null)
            (IsComplete, PartialBecause) = (false, reading.PartialBecause);
        if (Wholeness is not Wholeness.Person)
            (Wholeness, WholeBecause) = (reading.Wholeness, reading.WholeBecause);
    }

    /// <summary>What it is worth as a witness of absence.</summary>
    public ImportWitness Witness => new(
        IsComplete, Wholeness, AsOf, Coverage, TokenId,
        BroughtById is { } brought ? new(brought, StartedBy, BroughtByUnit) : null,
        ConfirmedById is { } confirmed ? new(confirmed, ConfirmedBy ?? "", ConfirmedByUnit) : null);

    /// <summary>Everything has been read; a person can review and confirm.</summary>
    /// <param name="afterImportId">The source's latest applied import before the comparison began.</param>
    public void Preview(ImportCounts counts, ImportSample sample, IReadOnlyList<string> notes, TimeSpan work, long? afterImportId = null)
    {
        ComparedAfterImportId = afterImportId;
        (State, Counts, Sample, Notes) = (ImportState.AwaitingConfirmation, counts, sample, notes);
        WorkTime += work;
    }

    /// <summary>Records the format and, if the files state it, the time that they describe.</summary>
    public void Recognize(string format, DateTimeOffset? asOf)
    {
        Format = format;
        AsOf = asOf ?? AsOf;
    }

    /// <summary>
    /// Whether it may apply itself. Not if more than a fifth of the source's copies would vanish: that looks like a truncated export, and a
    /// person should see it first.
    /// </summary>
    public bool MayApplyItself =>
        IsUnattended && State is ImportState.AwaitingConfirmation && WaitsBecause is null
        && Counts.Vanished * 5 <= Counts.Vanished + Counts.Unchanged + Counts.Changed + Counts.VerifiedAbsent;

    /// <summary>
    /// Whether another import of the source was applied since the preview. The preview then no longer says what this one would change.
    /// </summary>
    public bool IsOvertaken(Source source) =>
        State is ImportState.AwaitingConfirmation or ImportState.Applying && source.LastImportId != ComparedAfterImportId;

    /// <summary>Sends it back to be read and compared with the current data.</summary>
    public void CompareAgain() => (State, IsComparedAgain) = (ImportState.Received, true);

    /// <param name="by">The member who confirms; null if it applies itself.</param>
    /// <param name="rowsSeen">The number of rows that this member saw elsewhere, if the files do not state it.</param>
    public Result Confirm(Member? by = null, long? rowsSeen = null)
    {
        if (State is not ImportState.AwaitingConfirmation)
            return new ImportNotAwaitingConfirmation(State);
        if (rowsSeen is { } seen)
        {
            if (seen != Counts.Rows)
                return new RowsSeenDiffer(seen, Counts.Rows);
            (Wholeness, WholeBecause) = (Wholeness.Person, $"{by?.Name} saw {seen:N0} rows elsewhere");
        }

        (ConfirmedById, ConfirmedBy, ConfirmedByUnit) = (by?.Id, by?.Name, by?.Unit);
        State = ImportState.Applying;
        return Result.Done;
    }

    public void Apply(ImportCounts counts, DateTimeOffset now, TimeSpan work)
    {
        (State, Counts, FinishedAt) = (ImportState.Applied, counts, now);
        WorkTime += work;
    }

    public void Refuse(string reason, ImportCounts counts, DateTimeOffset now) =>
        (State, Refusal, Counts, FinishedAt) = (ImportState.Refused, reason, counts, now);

    public Result Cancel(DateTimeOffset now)
    {
        if (IsFinished || State is ImportState.Applying)
            return new ImportCannotBeCancelled(State);
        (State, FinishedAt) = (ImportState.Cancelled, now);
        return Result.Done;
    }
}

/// <summary>Who or what brought an import, and what the sender stated about it. Null for the inbox.</summary>
/// <param name="TokenId">The source's own API token.</param>
/// <param name="StatedRows">Number of rows, rejected ones included.</param>
/// <param name="StatedSha256">SHA-256 of the file as sent, lower-case hex.</param>
/// <param name="IdempotencyKey">The sender's own key for this report.</param>
public sealed record ImportOrigin(
    Member? Member = null, long? TokenId = null, long? StatedRows = null, string? StatedSha256 = null, string? IdempotencyKey = null)
{
    /// <summary>Maximum length of an idempotency key, in UTF-16 characters.</summary>
    public const int MaxKeyLength = 200;
}

/// <summary>What an import's files say about themselves.</summary>
/// <param name="PartialBecause">Why something is missing from them; null if nothing says so.</param>
/// <param name="WaitsBecause">Why a person must look before it is applied; null if nothing says so.</param>
public sealed record ImportReading(
    IReadOnlyList<string> Coverage, string? PartialBecause, Wholeness Wholeness, string? WholeBecause, string? WaitsBecause);

/// <summary>A table of the first rows, as the reader understood them.</summary>
public sealed record ImportSample(string[] Columns, string[][] Rows)
{
    public static readonly ImportSample Empty = new([], []);
}

/// <summary>A file of an import, as it arrived.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record ImportedFile(string Name, long Length, string Sha256);

/// <summary>
/// What an import read and what it changed (in a preview: what it would change). Counts are of copies unless the field says otherwise.
/// </summary>
/// <param name="Rows">Rows of data read.</param>
/// <param name="Rejected">Rows that were not understood; each is kept with line, column, value and reason.</param>
/// <param name="Vanished">Not listed by a complete inventory, and no one ordered their deletion.</param>
/// <param name="VerifiedAbsent">Not listed by a complete inventory after their deletion was reported.</param>
public sealed record ImportCounts(
    long Rows, long Accepted, long Rejected, long New, long Changed, long Unchanged, long Vanished, long VerifiedAbsent,
    long Reappeared, long NewDatasets, long NewLocations)
{
    /// <summary>Copies that a rejected row names. They stay as they were.</summary>
    public long NotUnderstood { get; init; }

    /// <summary>Copies that were reported deleted and are not listed, but the import does not prove that they are gone.</summary>
    public long Unproved { get; init; }

    public static readonly ImportCounts Zero = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Rejected rows as a percentage of the rows read, 0 to 100.</summary>
    public double RejectedPercent => Rows == 0 ? 0 : 100.0 * Rejected / Rows;
}
