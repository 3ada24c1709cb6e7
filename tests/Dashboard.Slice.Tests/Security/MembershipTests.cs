using System.Net;
using System.Security.Claims;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Testing;
using Dashboard.Web.Jobs;
using Dashboard.Web.Security;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dashboard.Slice.Tests.Security;

[Collection(nameof(RunningDashboard))]
public sealed class MembershipTests(DashboardHost host)
{
    [Fact]
    public async Task Suspension_EndsTheSessionOnTheNextRequestAndStopsTheNextSignIn()
    {
        using var client = await host.SignInAsync("grace.holloway", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await client.Http.GetAsync("/no-access", TestContext.Current.CancellationToken)).StatusCode);

        await ChangeAsync("grace.holloway", member => member.Suspend(SomeoneElse(), "Left the unit", TimeProvider.System.GetUtcNow()));

        var reload = await client.Http.GetAsync("/no-access", TestContext.Current.CancellationToken);
        Assert.Equal("/signin-failed?reason=Suspended", reload.Headers.Location?.OriginalString);
        var circuit = await client.Http.PostAsync("/_blazor/negotiate?negotiateVersion=1", content: null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, circuit.StatusCode);

        var again = await client.SignInAgainAsync("grace.holloway", TestContext.Current.CancellationToken);
        Assert.Equal("/signin-failed?reason=Suspended", again.RequestMessage?.RequestUri?.PathAndQuery);
        Assert.Contains("suspended", await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        await ChangeAsync("grace.holloway", member => member.Reinstate());
        await client.SignInAgainAsync("grace.holloway", TestContext.Current.CancellationToken);
        Assert.Equal("/summary", client.LandedOn.AbsolutePath);
    }

    [Fact]
    public async Task Suspension_SignsOutAnOpenPage_AndTheNextRequestSaysWhy()
    {
        using var client = await host.SignInAsync("thomas.keller", TestContext.Current.CancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        var page = Open(scope, "thomas.keller", Roles.Reviewer);
        await CheckAsync();
        Assert.Equal("thomas.keller", (await page.GetAuthenticationStateAsync()).User.Subject());

        await ChangeAsync("thomas.keller", member => member.Suspend(SomeoneElse(), "Left the unit", TimeProvider.System.GetUtcNow()));
        await CheckAsync();

        Assert.False((await page.GetAuthenticationStateAsync()).User.Identity?.IsAuthenticated);
        Assert.InRange(MembershipJob.Interval, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20));
        var again = await client.Following.GetAsync("/deletions", TestContext.Current.CancellationToken);
        Assert.Equal("/signin-failed?reason=Suspended", again.RequestMessage?.RequestUri?.PathAndQuery);
        await ChangeAsync("thomas.keller", member => member.Reinstate());
    }

    [Fact]
    public async Task RemovedRole_TakesEffectInAnOpenPage()
    {
        using var client = await host.SignInAsync("samuel.ortega", TestContext.Current.CancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        var page = Open(scope, "samuel.ortega", Roles.Auditor | Roles.Administrator);

        await CheckAsync();

        var shown = (await page.GetAuthenticationStateAsync()).User;
        Assert.True(shown.IsInRole(nameof(Roles.Auditor)));
        Assert.False(shown.IsInRole(nameof(Roles.Administrator)));
    }

    [Fact]
    public async Task ClosedPage_IsNotCheckedAnyMore()
    {
        using var client = await host.SignInAsync("thomas.keller", TestContext.Current.CancellationToken);
        var circuits = host.Services.GetRequiredService<OpenCircuits>();
        await using (var scope = host.Services.CreateAsyncScope())
        {
            Open(scope, "someone.else", Roles.Reviewer);
            Assert.Contains("someone.else", circuits.Subjects);
        }

        Assert.DoesNotContain("someone.else", circuits.Subjects);
    }

    [Fact]
    public async Task Access_OfAReviewerFromAnotherCountry_IsRefusedWithAReason()
    {
        using var client = await host.SignInAsync("weiling.tan", TestContext.Current.CancellationToken);

        var asked = await RequireAsync("weiling.tan", Permission.ViewDatasets);

        Assert.Equal(new OutsideOversightCountry("SG", "US"), asked.Refusal);
        var page = await client.Http.GetStringAsync("/no-access", TestContext.Current.CancellationToken);
        Assert.Contains("The country on your account is SG", page);
    }

    [Fact]
    public async Task SignIn_WithoutAnyRole_LandsOnAPageThatSaysSo()
    {
        using var client = await host.SignInAsync("ingrid.solheim", TestContext.Current.CancellationToken);
        await ChangeAsync("ingrid.solheim", member =>
        {
            member.SignIn(new(member.Subject, member.Name, member.Email, Roles.None, member.Unit, member.Country, []), member.LastSignIn);
            return Result.Done;
        });

        var page = await client.Following.GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Equal("/no-access", page.RequestMessage?.RequestUri?.AbsolutePath);
        Assert.Contains("No role yet", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Access_IsReadAgainEachTime()
    {
        using var client = await host.SignInAsync("priya.raman", TestContext.Current.CancellationToken);
        Assert.True((await RequireAsync("priya.raman", Permission.ViewDatasets)).IsDone);

        await ChangeAsync("priya.raman", member => member.Suspend(SomeoneElse(), "Left the unit", TimeProvider.System.GetUtcNow()));

        Assert.Equal(new MemberSuspended(), (await RequireAsync("priya.raman", Permission.ViewDatasets)).Refusal);
        await ChangeAsync("priya.raman", member => member.Reinstate());
    }

    [Fact]
    public async Task Access_OfAnUnknownPerson_IsRefused() =>
        Assert.Equal(new NotSignedIn(), (await RequireAsync("unknown", Permission.ViewDatasets)).Refusal);

    [Fact]
    public async Task Access_WithoutTheRole_SaysWhoMay()
    {
        using var client = await host.SignInAsync("eleanor.brandt", TestContext.Current.CancellationToken);

        Assert.Equal(new NotPermitted(Permission.ManageMembers), (await RequireAsync("eleanor.brandt", Permission.ManageMembers)).Refusal);
    }

    private async Task<Result<Member>> RequireAsync(string subject, Permission permission)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestPrincipal>().User = StateOf(subject, Roles.None).User;
        return await scope.ServiceProvider.GetRequiredService<MemberAccess>().RequireAsync(permission, TestContext.Current.CancellationToken);
    }

    private async Task ChangeAsync(string subject, Func<Member, Result> change)
    {
        await using var context = (await host.Services.GetRequiredService<IDbContextFactory<DashboardContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken)).Arranging();
        var member = await context.Members.SingleAsync(member => member.Subject == subject, TestContext.Current.CancellationToken);
        Assert.True(change(member).IsDone);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static Member SomeoneElse() =>
        Member.Register(new("admin", "An administrator", null, Roles.Administrator, null, "US", []), TimeProvider.System.GetUtcNow());

    private static MembershipRevalidation Open(AsyncServiceScope scope, string subject, Roles roles)
    {
        var page = (MembershipRevalidation)scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        page.SetAuthenticationState(Task.FromResult(StateOf(subject, roles)));
        return page;
    }

    private Task CheckAsync() =>
        host.Services.GetServices<IHostedService>().OfType<MembershipJob>().Single().RunAsync(TestContext.Current.CancellationToken);

    private static AuthenticationState StateOf(string subject, Roles roles) =>
        new(MemberPrincipal.For(Member.Register(new(subject, subject, null, roles, null, "US", []), TimeProvider.System.GetUtcNow()), "US", null));
}
