using System.Security.Claims;
using Bunit;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Component.Tests.Shell;

public sealed class ForbiddenTests : ComponentTest
{
    private const string Reason = "Roles that do: governance lead, auditor.";

    [Fact]
    public void Forbidden_ForAPage_ShowsTheReasonFromItsPolicy()
    {
        Services.AddAuthorizationCore(options => options.AddPolicy("guarded", policy => policy.RequireAssertion(context =>
        {
            context.Fail(new AuthorizationFailureReason(null!, Reason));
            return false;
        })));
        // bUnit's stand-ins give no reasons, so this test uses the real services.
        Services.AddSingleton<IAuthorizationPolicyProvider, DefaultAuthorizationPolicyProvider>();
        Services.AddSingleton<IAuthorizationService, DefaultAuthorizationService>();
        var user = Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity("test"))));

        var page = Render<Forbidden>(parameters => parameters.Add(page => page.Page, typeof(GuardedPage)).AddCascadingValue(user));

        page.WaitForAssertion(() => Assert.Contains(Reason, page.Markup, StringComparison.Ordinal));
        Assert.NotNull(page.Find("a[href='/']"));
    }

    [Authorize("guarded")]
    private sealed class GuardedPage;
}
