using Dashboard.Core.Imports;
using Dashboard.Core.Ledger;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>Reads, compares and applies one kind of import. Each object is used once, in this order, on one open connection.</summary>
internal interface IImportTarget
{
    ImportTally Tally { get; }

    /// <summary>
    /// Comparing and writing take minutes, so it takes its turn late, in <see cref="ApplyAsync"/>. The others compare in their turn, when what they
    /// read can no longer change.
    /// </summary>
    bool IsLong { get; }

    /// <summary>What the files say about themselves, after they were read and compared.</summary>
    ImportReading Reading { get; }

    /// <summary>Reads every row. Writes only to temporary tables and memory.</summary>
    /// <exception cref="Formats.UnreadableFileException">A file as a whole cannot be read.</exception>
    Task ReadAsync(ImportFiles files, CancellationToken cancellationToken);

    /// <summary>Counts what applying would change.</summary>
    Task<ImportCounts> CompareAsync(CancellationToken cancellationToken);

    /// <summary>Applies what <see cref="CompareAsync"/> found, inside the caller's transaction, which has its turn at the end.</summary>
    /// <exception cref="ComparisonOutdatedException">What was compared has changed. Roll back, and compare in your turn.</exception>
    Task<ImportOutcome> ApplyAsync(Import import, LedgerTransaction change, TimeProvider clock, CancellationToken cancellationToken);
}

/// <summary>Someone decided about copies of this source after the import compared them.</summary>
internal sealed class ComparisonOutdatedException() : Exception("Copies were changed by someone else after the import compared them.");
