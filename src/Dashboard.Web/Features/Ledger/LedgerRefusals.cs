using Dashboard.Core;

namespace Dashboard.Web.Features.Ledger;

internal sealed record EntryNotFound(long Sequence) : Refusal($"There is no entry {Sequence:N0} in the ledger.");

internal sealed record EntryOfNoBatch() : Refusal("Reviewers read the entries that concern deletion batches, and this one does not.");

internal sealed record CheckpointNotFound(long Size) : Refusal($"No checkpoint of {Size:N0} entries was signed. Choose one from the list of checkpoints.");

internal sealed record NothingSignedYet() : Refusal("No checkpoint was signed yet. The first one comes within a minute of the first entry.");

internal sealed record NotCoveredYet(long Sequence)
    : Refusal($"Entry {Sequence:N0} is not covered by that checkpoint. Choose a later one; the next is signed within a minute.");

internal sealed record CheckpointsTurnedRound(long Older, long Newer)
    : Refusal($"The earlier checkpoint ({Older:N0} entries) is not earlier than the later one ({Newer:N0}). Exchange them.");

internal sealed record RangeOutsideLedger(long Size)
    : Refusal($"A range names a first entry, and one after its last, that is higher and at most {Size:N0}.");

internal sealed record NoEntryOnThoseDays() : Refusal("No entry was made on those days. Choose others.");

internal sealed record StoredHashMissing()
    : Refusal("A hash that the proof needs is missing in the database. Export the ledger and check it with ledger-check; an administrator must look into it.");
