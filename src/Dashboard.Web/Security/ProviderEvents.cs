using Dashboard.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Dashboard.Web.Security;

/// <summary>Handles the return from the identity provider, with an identity or with an error.</summary>
internal sealed class ProviderEvents(
    MemberDirectory members,
    RefusalRecord refusals,
    IOptions<IdentitySettings> identity,
    IOptions<ProgrammeSettings> programme,
    ILogger<ProviderEvents> log) : OpenIdConnectEvents
{
    /// <summary>All claims are available now, including those from the userinfo endpoint. Stores the member and replaces the principal with our own.</summary>
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        if (ClaimMapping.Read(context.Principal!, identity.Value) is not { } claims)
        {
            log.LogWarning("The identity provider sent no claim {Claim}; check Identity:Claims:Subject", identity.Value.Claims.Subject);
            context.Response.Redirect(SignInFailures.PathFor(SignInFailure.NoSubject));
            context.HandleResponse();
            return;
        }

        if (!SamePerson.CameBack(context.Properties, claims.Subject))
        {
            await RefuseOtherPersonAsync(context, claims.Subject);
            return;
        }

        var member = await members.SignInAsync(claims, context.HttpContext.RequestAborted);
        await refusals.AtSignInAsync(member, context.HttpContext.RequestAborted);
        if (!member.IsActive)
        {
            context.Response.Redirect(SignInFailures.PathFor(SignInFailure.Suspended));
            context.HandleResponse();
            return;
        }

        var authenticatedAt = context.Principal!.FindFirst(MemberPrincipal.AuthenticatedAtClaim)?.Value;
        context.Principal = MemberPrincipal.For(member, programme.Value.OversightCountry, authenticatedAt);
        context.Properties!.Items.Remove(SamePerson.Item);
        KeepOnlyIdToken(context.Properties!);
    }

    /// <summary>Tells the provider whom we expect, so that its page can suggest that person first.</summary>
    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.ProtocolMessage.LoginHint = context.Properties.GetParameter<string>(OpenIdConnectParameterNames.LoginHint) ?? context.ProtocolMessage.LoginHint;
        return Task.CompletedTask;
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        log.LogWarning(context.Failure, "Sign-in failed");
        context.Response.Redirect(SignInFailures.PathFor(SignInFailures.Of(context)));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    public override Task RedirectToIdentityProviderForSignOut(RedirectContext context)
    {
        context.ProtocolMessage.ClientId = context.Options.ClientId;

        // Not every provider can end its own session; ours ends in any case.
        if (string.IsNullOrEmpty(context.ProtocolMessage.IssuerAddress))
        {
            context.Response.Redirect(SignInEndpoints.SignedOutPath);
            context.HandleResponse();
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Ends the session, so that the person has to sign in again. If it continued as the other person's, open pages would still show what
    /// only the first one may see.
    /// </summary>
    private async Task RefuseOtherPersonAsync(TicketReceivedContext context, string subject)
    {
        log.LogWarning("{Subject} came back from the identity provider, but {Expected} was asked to authenticate again", subject, context.Properties!.Items[SamePerson.Item]);
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        context.Response.Redirect(SignInFailures.PathFor(SignInFailure.OtherPerson));
        context.HandleResponse();
    }

    /// <summary>Sign-out sends the ID token to the provider as a hint. The other tokens are not used and would only enlarge the cookie.</summary>
    private static void KeepOnlyIdToken(AuthenticationProperties properties)
    {
        var idToken = properties.GetTokenValue(OpenIdConnectParameterNames.IdToken);
        properties.StoreTokens(idToken is null ? [] : [new AuthenticationToken { Name = OpenIdConnectParameterNames.IdToken, Value = idToken }]);
    }
}
