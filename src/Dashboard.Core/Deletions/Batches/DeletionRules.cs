namespace Dashboard.Core.Deletions;

/// <summary>The time limits that an installation sets for its batches.</summary>
/// <param name="CoolingOff">Between the last approval and the first work order.</param>
/// <param name="Lapse">After the last approval, for items that have not been executed.</param>
/// <param name="ReauthenticateWithin">How recently the identity provider must have authenticated an approving reviewer.</param>
public sealed record DeletionRules(TimeSpan CoolingOff, TimeSpan Lapse, TimeSpan ReauthenticateWithin)
{
    public static readonly DeletionRules Default = new(TimeSpan.FromHours(72), TimeSpan.FromDays(30), TimeSpan.FromMinutes(5));

    /// <summary>How far an identity provider's clock may be ahead of ours.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <summary>Whether this sign-in is recent enough to approve.</summary>
    public AuthenticationTime Judge(DateTimeOffset? authenticatedAt, DateTimeOffset now) =>
        authenticatedAt is not { } at ? AuthenticationTime.Absent
        : at > now + ClockSkew ? AuthenticationTime.InFuture
        : now - at > ReauthenticateWithin ? AuthenticationTime.TooOld
        : AuthenticationTime.Recent;
}
