using Dashboard.Core.Ledger;

namespace Dashboard.Core.Inventory;

/// <summary>Allows an operator in a country to hold a classification, from a date and optionally until a date.</summary>
public sealed class BoundaryRule : IVersioned, ILedgered
{
    private BoundaryRule()
    {
    }

    public long Id { get; private set; }

    public string Operator { get; private set; } = "";

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; private set; } = "";

    public long ClassificationId { get; private set; }

    /// <summary>First day (UTC) on which the rule is in force.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day (UTC) on which the rule is in force; null while no end is set.</summary>
    public DateOnly? ValidUntil { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Why it was withdrawn; null if it was not. A withdrawn rule was never in force.</summary>
    public string? WithdrawalReason { get; private set; }

    public string? WithdrawnBy { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public long Version { get; private set; }

    public static Result<BoundaryRule> Create(
        string operatorName, string country, long classificationId, DateOnly validFrom, DateOnly? validUntil, string reason)
    {
        if (string.IsNullOrWhiteSpace(operatorName))
            return new RuleNeedsOperator();
        if (Countries.Find(country) is not { } known)
            return new CountryUnknown(country);
        if (validUntil < validFrom)
            return new RuleEndsBeforeItStarts(validFrom, validUntil.Value);
        if (string.IsNullOrWhiteSpace(reason))
            return new RuleNeedsReason();
        if (operatorName.Trim().Length > 120)
            return new TextTooLong("The operator's name", 120);
        if (reason.Trim().Length > 1000)
            return new TextTooLong("The reason", 1000);
        return new BoundaryRule
        {
            Operator = operatorName.Trim(),
            Country = known.Code,
            ClassificationId = classificationId,
            ValidFrom = validFrom,
            ValidUntil = validUntil,
            Reason = reason.Trim(),
        };
    }

    /// <summary>Ends the rule. The given day is its last day in force.</summary>
    public Result End(DateOnly lastDay)
    {
        if (WithdrawnAt is not null)
            return new RuleIsWithdrawn();
        if (lastDay < ValidFrom)
            return new RuleEndsBeforeItStarts(ValidFrom, lastDay);
        if (ValidUntil <= lastDay)
            return new RuleAlreadyEnds(ValidUntil.Value);
        ValidUntil = lastDay;
        return Result.Done;
    }

    /// <summary>
    /// Withdraws a rule that was not in force before today, for example because it was mistyped. It is kept, but allows nothing.
    /// </summary>
    /// <param name="by">Name of the member who withdraws it.</param>
    public Result Withdraw(string by, string reason, DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
            return new RuleIsWithdrawn();
        if (ValidFrom < DateOnly.FromDateTime(now.UtcDateTime))
            return new RuleWasInForce(ValidFrom);
        if (string.IsNullOrWhiteSpace(reason))
            return new WithdrawalNeedsReason();
        if (reason.Trim().Length > 1000)
            return new TextTooLong("The reason", 1000);
        (WithdrawalReason, WithdrawnBy, WithdrawnAt) = (reason.Trim(), by, now);
        return Result.Done;
    }

    public bool IsInForce(DateOnly day) => WithdrawnAt is null && ValidFrom <= day && (ValidUntil is null || day <= ValidUntil);
}
