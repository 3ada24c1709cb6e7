namespace Dashboard.Core.Deletions;

/// <summary>The identity provider has not authenticated this person recently enough for this action.</summary>
/// <param name="Problem">What is wrong with the time that the provider gave.</param>
/// <param name="Within">How recent it must be.</param>
public sealed record MustReauthenticate(AuthenticationTime Problem, TimeSpan Within) : Refusal(Explain(Problem, Within))
{
    private static string Explain(AuthenticationTime problem, TimeSpan within) => problem switch
    {
        AuthenticationTime.Absent =>
            "Your identity provider did not say when you signed in. Sign in again, then try again. If this happens again, ask your administrator to make the provider send auth_time.",
        AuthenticationTime.InFuture =>
            "Your identity provider says that you signed in at a time in the future. Sign in again, then try again. If this happens again, ask your administrator to check the clocks.",
        _ => $"You last signed in more than {Minutes(within)} ago. Sign in again at your identity provider, then try again.",
    };

    private static string Minutes(TimeSpan within) =>
        within.TotalMinutes == 1 ? "a minute" : within.Seconds == 0 ? $"{within.TotalMinutes:0} minutes" : $"{within.TotalSeconds:0} seconds";
}
