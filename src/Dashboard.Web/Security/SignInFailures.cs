using Microsoft.AspNetCore.Authentication;

namespace Dashboard.Web.Security;

/// <summary>Why a sign-in led nowhere. The address carries only this word, never text from outside.</summary>
internal enum SignInFailure
{
    Failed,
    Cancelled,
    Expired,
    Unreachable,
    NoSubject,
    Suspended,
    OtherPerson,
}

internal static class SignInFailures
{
    public const string Path = "/signin-failed";

    public static string PathFor(SignInFailure failure) => $"{Path}?reason={failure}";

    public static SignInFailure Of(RemoteFailureContext context)
    {
        // RFC 6749 section 4.1.2.1: the person, or the provider for them, said no.
        if (context.Request.Query["error"] == "access_denied" || context.Failure is AuthenticationFailureException { Message: var message } && message.Contains("access_denied"))
            return SignInFailure.Cancelled;
        return context.Properties is null || context.Failure?.Message == "Correlation failed." ? SignInFailure.Expired : SignInFailure.Failed;
    }

    /// <summary>What happened and what to do, in words for the person at the screen.</summary>
    public static string Explain(SignInFailure failure) => failure switch
    {
        SignInFailure.Cancelled => "The sign-in was cancelled at the identity provider. Try again when you are ready.",
        SignInFailure.Expired => "The sign-in took too long, or was started in another window. Try again.",
        SignInFailure.Unreachable => "The identity provider does not answer. Try again in a minute; if it stays so, tell your administrator.",
        SignInFailure.NoSubject => "The identity provider did not say who you are. Your administrator must check the claim mapping.",
        SignInFailure.Suspended => "Your membership is suspended. An administrator of the oversight unit can reinstate you.",
        SignInFailure.OtherPerson => "Somebody else than the person who was signed in here confirmed at the identity provider. To be safe, that session has ended and nothing was done. Sign in again.",
        _ => "The identity provider's answer could not be used. Try again; if it stays so, your administrator finds the cause in the log.",
    };
}
