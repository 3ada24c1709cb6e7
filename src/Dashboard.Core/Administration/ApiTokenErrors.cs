namespace Dashboard.Core.Administration;

public sealed record TokenNameInvalid() : Refusal($"Name the executor, in 1 to {ApiToken.LongestName} characters.");

public sealed record TokenNeedsLocation() : Refusal("Choose at least one location: the executor sees the work orders of these and no others.");

public sealed record TokenExpiryInvalid() : Refusal($"The last day must lie in the future, at most {ApiToken.MostDays} days ahead.");

public sealed record TokenAlreadyRevoked(string Name) : Refusal($"The token of {Name} is revoked already. Reload the page.");

public sealed record TokenRevocationNeedsReason() : Refusal("Say why the token is revoked.");
