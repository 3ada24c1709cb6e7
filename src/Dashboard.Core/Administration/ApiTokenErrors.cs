namespace Dashboard.Core.Administration;

public sealed record TokenNameInvalid() : Refusal($"Name the executor, in 1 to {ApiToken.LongestName} characters.");

public sealed record TokenNeedsLocation() : Refusal("Choose at least one location. The executor sees only the work orders of the locations that you choose.");

public sealed record TokenForBoth() : Refusal("A token is either for a source or for an executor's locations, because an executor must not bring the proof of its own deletions. Issue two tokens.");

public sealed record TokenExpiryInvalid() : Refusal($"The last day must be in the future, at most {ApiToken.MostDays} days from today.");

public sealed record TokenAlreadyRevoked(string Name) : Refusal($"The token of {Name} has already been revoked. Reload the page.");

public sealed record TokenRevocationNeedsReason() : Refusal("Give a reason for revoking the token.");
