namespace Dashboard.Core.Deletions;

public sealed record MatterInvalid() : Refusal($"Name the matter, in 1 to {LegalHold.LongestMatter} characters.");

public sealed record ReviewDateNotAhead() : Refusal("The review date must be in the future: the day on which someone checks whether the hold is still needed.");

public sealed record AlreadyLifted(string Matter) : Refusal($"The hold “{Matter}” has already been lifted. Reload the page.");
