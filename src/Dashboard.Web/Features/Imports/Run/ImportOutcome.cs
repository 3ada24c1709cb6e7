using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>What applying an import brought about beside its rows: for the entry that tells of it.</summary>
internal sealed record ImportOutcome(StageMoves Moves, IReadOnlyCollection<Location> NewLocations, IReadOnlyCollection<Wave> NewWaves)
{
    /// <summary>Entries of their own, for the deletion batches that it says something of.</summary>
    public IReadOnlyList<LedgerDraft> OfBatches { get; init; } = [];
}
