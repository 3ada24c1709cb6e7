namespace Dashboard.Core.Imports;

public sealed record SourceKeyInvalid() : Refusal("Give the source a key of 1 to 60 lower-case letters, digits and hyphens.");

public sealed record SourceKeyTaken(string Key) : Refusal($"There is already a source with the key {Key}.");

public sealed record SourceNameInvalid() : Refusal("Give the source a name of 1 to 120 characters.");

public sealed record IntervalInvalid() : Refusal("Enter the number of hours within which the next report is expected, from 1 to 8784.");

public sealed record RejectedShareInvalid() : Refusal("Enter the allowed share of rejected rows as a percentage from 0 to 100.");

public sealed record MappingPatternInvalid() : Refusal("Enter the pattern that the rule looks for, up to 500 characters.");

public sealed record MappingTagInvalid(string Pattern) : Refusal($"A tag rule has the form key=value, but “{Pattern}” has no “=”.");

public sealed record MappingDatasetInvalid() : Refusal("Enter the URN of the dataset that the rule assigns its matches to.");

public sealed record ImportNotAwaitingConfirmation(ImportState State)
    : Refusal($"This import is {Naming.Of(State)}, so there is nothing to confirm. Reload the page.");

public sealed record RowsSeenDiffer(long Seen, long Read)
    : Refusal($"You saw {Seen:N0} rows elsewhere, but {Read:N0} were read. Find out what is missing before you confirm.");

public sealed record LoweringNeedsLead() : Refusal("This register lowers the classification of datasets, which changes what must be inside. Only a governance lead can confirm it.");

public sealed record CountNeedsOversight() : Refusal("Only a governance lead of the oversight unit can confirm a number of rows that they saw elsewhere. Leave the field empty to apply the import without it.");

public sealed record StatedRowsDiffer(long Stated, long Read)
    : Refusal($"The sender states {Stated:N0} rows, but {Read:N0} were read. The file was cut off or changed on the way; send it again.");

public sealed record StatedHashDiffers(string Stated, string Actual)
    : Refusal($"The sender states the SHA-256 {Stated}, but the file has {Actual}. The file was changed on the way; send it again.");

public sealed record IdempotencyKeyReused(long ImportId)
    : Refusal($"This Idempotency-Key was used before with a different file, for import {ImportId}. Use a new key for each report.");

public sealed record ImportOvertaken(string Source)
    : Refusal($"Another import of {Source} was applied after this preview was made, so nothing was applied. The file is being compared again. Review the new preview, then confirm.");

public sealed record ImportCannotBeCancelled(ImportState State) : Refusal($"This import is {Naming.Of(State)} and can no longer be cancelled.");

public sealed record SourceNotFound() : Refusal("This source does not exist or was removed. Reload the page.");

public sealed record ImportNotFound() : Refusal("This import does not exist or was removed.");

public sealed record AsOfInFuture(DateTimeOffset AsOf)
    : Refusal($"The inventory claims to describe {AsOf:yyyy-MM-dd HH:mm} UTC, which is in the future. Check the exporter's clock or the time you entered.");

public sealed record AsOfTooEarly(DateTimeOffset AsOf)
    : Refusal($"The inventory claims to describe {AsOf:yyyy-MM-dd HH:mm} UTC, which is too long ago. Check the exporter's clock, the unit of its timestamp, or the time you entered.");

public sealed record OlderThanKnown(DateTimeOffset AsOf, DateTimeOffset Known)
    : Refusal($"The inventory describes {AsOf:yyyy-MM-dd HH:mm} UTC, but a later report from this source ({Known:yyyy-MM-dd HH:mm} UTC) has already been imported. Older evidence cannot replace newer evidence.");

public sealed record TooManyRejected(long Rejected, long Rows, int Limit)
    : Refusal($"{Rejected:N0} of {Rows:N0} rows were rejected, more than the {Limit} % that this source allows. Nothing was imported; the rejected rows are listed below.");

public sealed record NothingToImport(string Format) : Refusal($"The file has no data rows ({Format}). Nothing was imported.");

public sealed record WrongKindOfFile(string Format, SourceKind Kind)
    : Refusal($"This is {Format}, but the source reports {Naming.Of(Kind)} data. Choose the source that the file belongs to.");

public sealed record SourceNeedsLocation(string Format)
    : Refusal($"{Format} does not say where the data is. Set the source's location first, then import again.");

public sealed record UnreadableFile(string Reason) : Refusal(Reason);
