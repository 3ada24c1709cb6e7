using System.Net;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Slice.Tests.Security;
using Dashboard.Testing;
using Dashboard.Web.Features.Administration.Members;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Slice.Tests.Administration;

[Collection(nameof(RunningDashboard))]
public sealed class MembersTests(DashboardHost host)
{
    [Theory]
    [InlineData("victor.almeida", HttpStatusCode.OK)]
    [InlineData("samuel.ortega", HttpStatusCode.OK)]
    [InlineData("dana.whitfield", HttpStatusCode.Forbidden)]
    [InlineData("eleanor.brandt", HttpStatusCode.Forbidden)]
    [InlineData("weiling.tan", HttpStatusCode.Forbidden)]
    public async Task Page_OpensOnlyForRolesThatMayViewMembers(string subject, HttpStatusCode status)
    {
        using var client = await host.SignInAsync(subject, TestContext.Current.CancellationToken);

        var answer = await client.Http.GetAsync("/administration/members", TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        if (status is HttpStatusCode.Forbidden)
            Assert.Contains("Roles that do: auditor, administrator", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Suspend_ByAdministrator_EndsTheMembersSessionAndKeepsTheReason()
    {
        using var administrator = await host.SignInAsync("victor.almeida", TestContext.Current.CancellationToken);
        using var lead = await host.SignInAsync("marcus.oyelaran", TestContext.Current.CancellationToken);
        var id = await IdOfAsync("marcus.oyelaran");

        Assert.True((await SuspendAsync("victor.almeida", id, " Left the unit ")).IsDone);

        var row = (await ListAsync("victor.almeida")).Value.Rows.Single(row => row.Id == id);
        Assert.Equal((false, "Left the unit", "Victor Almeida"), (row.IsActive, row.SuspensionReason, row.SuspendedBy));
        var reload = await lead.Http.GetAsync("/no-access", TestContext.Current.CancellationToken);
        Assert.Equal("/signin-failed?reason=Suspended", reload.Headers.Location?.OriginalString);

        Assert.IsType<AlreadySuspended>((await SuspendAsync("victor.almeida", id, "Again")).Refusal);
        Assert.True((await ReinstateAsync("victor.almeida", id)).IsDone);
        Assert.IsType<NotSuspended>((await ReinstateAsync("victor.almeida", id)).Refusal);
    }

    [Fact]
    public async Task Suspend_OfOneself_IsRefused()
    {
        using var administrator = await host.SignInAsync("victor.almeida", TestContext.Current.CancellationToken);

        Assert.IsType<CannotSuspendYourself>((await SuspendAsync("victor.almeida", await IdOfAsync("victor.almeida"), "Why not")).Refusal);
    }

    [Fact]
    public async Task Suspend_WithoutReason_IsRefused()
    {
        using var administrator = await host.SignInAsync("victor.almeida", TestContext.Current.CancellationToken);
        using var lead = await host.SignInAsync("dana.whitfield", TestContext.Current.CancellationToken);

        Assert.IsType<SuspensionNeedsReason>((await SuspendAsync("victor.almeida", await IdOfAsync("dana.whitfield"), "  ")).Refusal);
    }

    [Fact]
    public async Task Suspend_ByAnAuditor_IsRefused()
    {
        using var auditor = await host.SignInAsync("samuel.ortega", TestContext.Current.CancellationToken);
        using var lead = await host.SignInAsync("dana.whitfield", TestContext.Current.CancellationToken);
        var id = await IdOfAsync("dana.whitfield");

        Assert.Equal(new NotPermitted(Permission.ManageMembers), (await SuspendAsync("samuel.ortega", id, "Because")).Refusal);
        Assert.Equal(new NotPermitted(Permission.ManageMembers), (await ReinstateAsync("samuel.ortega", id)).Refusal);
    }

    [Fact]
    public async Task Suspend_OfAMissingMember_IsRefused()
    {
        using var administrator = await host.SignInAsync("victor.almeida", TestContext.Current.CancellationToken);

        Assert.Equal(new MemberNotFound(), (await SuspendAsync("victor.almeida", long.MaxValue, "Because")).Refusal);
    }

    [Fact]
    public async Task List_IsSortedByNameAndContinuesAfterAPosition()
    {
        using var administrator = await host.SignInAsync("victor.almeida", TestContext.Current.CancellationToken);
        using var lead = await host.SignInAsync("dana.whitfield", TestContext.Current.CancellationToken);
        var all = (await ListAsync("victor.almeida")).Value;

        var rest = (await ListAsync("victor.almeida", new MemberCursor(all.Rows[0].Name, all.Rows[0].Id))).Value;

        Assert.Equal(all.Rows.Select(row => row.Name).Order(StringComparer.Ordinal), all.Rows.Select(row => row.Name));
        Assert.Equal(all.Rows.Skip(1), rest.Rows);
        Assert.Equal(all.Total, all.Rows.Count);
    }

    private Task<Result> SuspendAsync(string by, long id, string reason) =>
        AsAsync<SuspendMember, Result>(by, handler => handler.HandleAsync(new(id, reason), TestContext.Current.CancellationToken));

    private Task<Result> ReinstateAsync(string by, long id) =>
        AsAsync<ReinstateMember, Result>(by, handler => handler.HandleAsync(new(id), TestContext.Current.CancellationToken));

    private Task<Result<MembersAnswer>> ListAsync(string by, MemberCursor? after = null) =>
        AsAsync<ListMembers, Result<MembersAnswer>>(by, handler => handler.HandleAsync(new(after), TestContext.Current.CancellationToken));

    private async Task<TAnswer> AsAsync<THandler, TAnswer>(string subject, Func<THandler, Task<TAnswer>> act)
        where THandler : notnull
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestPrincipal>().User = MemberPrincipal.For(
            Member.Register(new(subject, subject, null, Roles.None, null, null, []), TimeProvider.System.GetUtcNow()), "US", authenticatedAt: null);
        return await act(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    private async Task<long> IdOfAsync(string subject)
    {
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<DashboardContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await context.Members.Where(member => member.Subject == subject).Select(member => member.Id).SingleAsync(TestContext.Current.CancellationToken);
    }
}
