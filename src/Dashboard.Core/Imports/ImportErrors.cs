namespace Dashboard.Core.Imports;

public sealed record SourceKeyInvalid() : Refusal("Give the source a key of 1 to 60 lower-case letters, digits and hyphens.");

public sealed record SourceKeyTaken(string Key) : Refusal($"There is already a source with the key {Key}.");

public sealed record SourceNameInvalid() : Refusal("Give the source a name of 1 to 120 characters.");

public sealed record IntervalInvalid() : Refusal("Say within how many hours the next report is expected: 1 to 8784.");

public sealed record RejectedShareInvalid() : Refusal("The share of rejected rows is a percentage from 0 to 100.");

public sealed record MappingPatternInvalid() : Refusal("Give the pattern that the rule looks for, up to 500 characters.");

public sealed record MappingTagInvalid(string Pattern) : Refusal($"A tag rule reads key=value; “{Pattern}” has no “=”.");

public sealed record MappingDatasetInvalid() : Refusal("Say to which dataset (its URN) the rule assigns what it matches.");

public sealed record ImportNotAwaitingConfirmation(ImportState State)
    : Refusal($"This import is {Naming.Of(State)}, so there is nothing to confirm. Reload the page.");

public sealed record ImportCannotBeCancelled(ImportState State) : Refusal($"This import is {Naming.Of(State)} and can no longer be cancelled.");
