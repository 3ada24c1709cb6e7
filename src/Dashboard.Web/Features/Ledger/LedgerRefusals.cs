using Dashboard.Core;

namespace Dashboard.Web.Features.Ledger;

internal sealed record EntryNotFound(long Sequence) : Refusal($"There is no entry {Sequence:N0} in the ledger.");

internal sealed record EntryOfNoBatch() : Refusal("Reviewers can read entries about deletion batches only. This entry is not about a deletion batch.");

internal sealed record CheckpointNotFound(long Size) : Refusal($"There is no checkpoint of {Size:N0} entries. Choose one from the list of checkpoints.");

internal sealed record NothingSignedYet() : Refusal("No checkpoint has been signed yet. The first one is signed within a minute of the first entry.");

internal sealed record NotCoveredYet(long Sequence)
    : Refusal($"Entry {Sequence:N0} is not covered by that checkpoint. Choose a later one; the next is signed within a minute.");

internal sealed record CheckpointsInWrongOrder(long Older, long Newer)
    : Refusal($"The earlier checkpoint ({Older:N0} entries) must have fewer entries than the later one ({Newer:N0}). Swap them.");

internal sealed record RangeOutsideLedger(long Size)
    : Refusal($"The ledger does not have this range. Choose entries from 0 to {Size - 1:N0}, the first one not after the last.");

internal sealed record NoEntryOnThoseDays() : Refusal("There are no entries on these days. Choose other days.");

internal sealed record StoredHashMissing()
    : Refusal("A hash that the proof needs is missing from the database. Export the ledger, check it with ledger-check, and tell an administrator.");
