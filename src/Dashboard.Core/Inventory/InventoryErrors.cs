namespace Dashboard.Core.Inventory;

public sealed record CountryUnknown(string Country)
    : Refusal($"“{Country}” is not an ISO 3166-1 alpha-2 country code. Use two letters such as US or SG.");

public sealed record RuleNeedsOperator() : Refusal("Enter the operator that the rule allows.");

public sealed record RuleNeedsReason() : Refusal("State the basis for this rule: the agreement, order or decision.");

public sealed record RuleEndsBeforeItStarts(DateOnly From, DateOnly Until)
    : Refusal($"The rule would end on {Until:yyyy-MM-dd}, before it starts on {From:yyyy-MM-dd}.");

public sealed record RuleAlreadyEnds(DateOnly Until) : Refusal($"The rule already ends on {Until:yyyy-MM-dd}.");

public sealed record RuleIsWithdrawn() : Refusal("The rule has already been withdrawn. Reload the page.");

public sealed record RuleWasInForce(DateOnly From)
    : Refusal($"The rule has been in force since {From:yyyy-MM-dd}, and figures are based on it. You can end it, but you can no longer withdraw it.");

public sealed record WithdrawalNeedsReason() : Refusal("Give a reason for withdrawing the rule.");

public sealed record LocationNeedsName() : Refusal("Give the location a name.");

public sealed record CoordinatesInvalid()
    : Refusal("Enter latitude (−90 to 90) and longitude (−180 to 180) together, or leave both empty.");

public sealed record ClassificationNameInvalid() : Refusal("Give the classification a name of 1 to 60 characters.");

public sealed record ClassificationNameTaken(string Name) : Refusal($"There is already a classification named {Name}.");

public sealed record UnclassifiedStaysProtected()
    : Refusal("Unclassified keeps its name and must be inside, because data that is not classified counts as protected.");
