using System.Security.Claims;
using Bunit;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Component.Tests.Shell;

public sealed class ForbiddenTests : ComponentTest
{
    private const string Words = "Roles that do: governance lead, auditor.";

    [Fact]
    public void Forbidden_ForAPage_SaysWhatItsOwnPolicySays()
    {
        Services.AddAuthorizationCore(options => options.AddPolicy("guarded", policy => policy.RequireAssertion(context =>
        {
            context.Fail(new AuthorizationFailureReason(null!, Words));
            return false;
        })));
        // bUnit's stand-ins know no words; the real ones are what this is about.
        Services.AddSingleton<IAuthorizationPolicyProvider, DefaultAuthorizationPolicyProvider>();
        Services.AddSingleton<IAuthorizationService, DefaultAuthorizationService>();
        var user = Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity("test"))));

        var page = Render<Forbidden>(parameters => parameters.Add(page => page.Page, typeof(GuardedPage)).AddCascadingValue(user));

        page.WaitForAssertion(() => Assert.Contains(Words, page.Markup, StringComparison.Ordinal));
        Assert.NotNull(page.Find("a[href='/']"));
    }

    [Authorize("guarded")]
    private sealed class GuardedPage;
}
