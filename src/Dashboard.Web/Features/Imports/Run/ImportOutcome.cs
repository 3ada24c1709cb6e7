using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>What applying an import changed in addition to its rows, for its ledger entries.</summary>
internal sealed record ImportOutcome(StageMoves Moves, IReadOnlyCollection<Location> NewLocations, IReadOnlyCollection<Wave> NewWaves)
{
    /// <summary>What the source lists after the import; null if it lists no copies.</summary>
    public SourceSize? Size { get; init; }

    /// <summary>Each change that matters, from what to what.</summary>
    public IReadOnlyList<string> ChangesThatMatter { get; init; } = [];

    /// <summary>Separate entries for the deletion batches that the import affects.</summary>
    public IReadOnlyList<LedgerDraft> BatchEntries { get; init; } = [];
}
