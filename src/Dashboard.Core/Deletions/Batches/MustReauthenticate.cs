namespace Dashboard.Core.Deletions;

/// <summary>The identity provider has not authenticated this person recently enough for what they want to do.</summary>
/// <param name="Problem">What is wrong with the time that it gave.</param>
/// <param name="Within">How recent it must be.</param>
public sealed record MustReauthenticate(AuthenticationTime Problem, TimeSpan Within) : Refusal(Explain(Problem, Within))
{
    private static string Explain(AuthenticationTime problem, TimeSpan within) => problem switch
    {
        AuthenticationTime.Absent =>
            "Your identity provider did not say when you signed in. Confirm who you are and try again; if it stays so, your administrator must make the provider send auth_time.",
        AuthenticationTime.InFuture =>
            "Your identity provider says that you signed in at a time that has not come yet. Confirm who you are and try again; if it stays so, your administrator must set the clocks.",
        _ => $"You last signed in more than {Minutes(within)} ago. Confirm who you are at your identity provider and try again.",
    };

    private static string Minutes(TimeSpan within) =>
        within.TotalMinutes == 1 ? "a minute" : within.Seconds == 0 ? $"{within.TotalMinutes:0} minutes" : $"{within.TotalSeconds:0} seconds";
}
