using Microsoft.AspNetCore.Authentication;

namespace Dashboard.Web.Security;

/// <summary>Why a sign-in failed. The URL carries only this name, never external text.</summary>
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
        // RFC 6749 section 4.1.2.1: the person or the provider denied the request.
        if (context.Request.Query["error"] == "access_denied" || context.Failure is AuthenticationFailureException { Message: var message } && message.Contains("access_denied"))
            return SignInFailure.Cancelled;
        return context.Properties is null || context.Failure?.Message == "Correlation failed." ? SignInFailure.Expired : SignInFailure.Failed;
    }

    /// <summary>What happened and what to do, for the sign-in page.</summary>
    public static string Explain(SignInFailure failure) => failure switch
    {
        SignInFailure.Cancelled => "The sign-in was canceled at the identity provider. Try again when you are ready.",
        SignInFailure.Expired => "The sign-in took too long, or was started in another window. Try again.",
        SignInFailure.Unreachable => "The identity provider did not respond. Try again in a minute. If it keeps happening, tell your administrator.",
        SignInFailure.NoSubject => "The identity provider did not say who you are. Ask your administrator to check the claim mapping.",
        SignInFailure.Suspended => "Your membership is suspended. An administrator of the oversight unit can reinstate you.",
        SignInFailure.OtherPerson => "Someone other than the person who was signed in here confirmed at the identity provider. To be safe, that session was ended and nothing was done. Sign in again.",
        _ => "The identity provider's response could not be used. Try again. If it keeps happening, your administrator can find the cause in the log.",
    };
}
