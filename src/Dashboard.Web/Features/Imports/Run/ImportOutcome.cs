using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>What applying an import changed in addition to its rows, for its ledger entries.</summary>
internal sealed record ImportOutcome(StageMoves Moves, IReadOnlyCollection<Location> NewLocations, IReadOnlyCollection<Wave> NewWaves)
{
    /// <summary>Separate entries for the deletion batches that the import affects.</summary>
    public IReadOnlyList<LedgerDraft> BatchEntries { get; init; } = [];
}
