using Dashboard.Core.Imports;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>What an import of one kind is read into, compared with, and applied to. Used once, in this order, on one open connection.</summary>
internal interface IImportTarget
{
    ImportTally Tally { get; }

    /// <summary>Reads every row. Touches nothing but temporary tables and memory.</summary>
    /// <exception cref="Formats.UnreadableFileException">A file as a whole cannot be read.</exception>
    Task ReadAsync(ImportFiles files, CancellationToken cancellationToken);

    /// <summary>Counts what applying would change.</summary>
    Task<ImportCounts> CompareAsync(CancellationToken cancellationToken);

    /// <summary>Applies what <see cref="CompareAsync"/> found, inside the caller's transaction.</summary>
    Task<ImportOutcome> ApplyAsync(Import import, DateTimeOffset now, CancellationToken cancellationToken);
}
