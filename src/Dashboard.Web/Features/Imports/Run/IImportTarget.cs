using Dashboard.Core.Imports;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>Reads, compares and applies one kind of import. Each object is used once, in this order, on one open connection.</summary>
internal interface IImportTarget
{
    ImportTally Tally { get; }

    /// <summary>What the files say about themselves, after they were read and compared.</summary>
    ImportReading Reading { get; }

    /// <summary>Reads every row. Writes only to temporary tables and memory.</summary>
    /// <exception cref="Formats.UnreadableFileException">A file as a whole cannot be read.</exception>
    Task ReadAsync(ImportFiles files, CancellationToken cancellationToken);

    /// <summary>Counts what applying would change.</summary>
    Task<ImportCounts> CompareAsync(CancellationToken cancellationToken);

    /// <summary>Applies what <see cref="CompareAsync"/> found, inside the caller's transaction.</summary>
    Task<ImportOutcome> ApplyAsync(Import import, DateTimeOffset now, CancellationToken cancellationToken);
}
