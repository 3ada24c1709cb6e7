namespace Dashboard.Core.Deletions;

public sealed record MatterInvalid() : Refusal($"Name the matter, in 1 to {LegalHold.LongestMatter} characters.");

public sealed record ReviewDateNotAhead() : Refusal("The review date must lie in the future: the day on which somebody asks whether the hold is still needed.");

public sealed record AlreadyLifted(string Matter) : Refusal($"The hold “{Matter}” is lifted already. Reload the page.");
