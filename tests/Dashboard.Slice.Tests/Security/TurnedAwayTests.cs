using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Slice.Tests.Security;

/// <summary>The ledger records people who are refused at the real sign-in.</summary>
[Collection(nameof(RunningDashboard))]
public sealed class TurnedAwayTests(DashboardHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IDbContextFactory<DashboardContext> Contexts => host.Services.GetRequiredService<IDbContextFactory<DashboardContext>>();

    [Fact]
    public async Task SignIn_OfAReviewerFromAnotherCountry_IsRecorded()
    {
        var before = await CountAsync("weiling.tan", LedgerActions.MemberRefusedForCountry);

        using var client = await host.SignInAsync("weiling.tan", Token);

        Assert.Equal(before + 1, await CountAsync("weiling.tan", LedgerActions.MemberRefusedForCountry));
        Assert.Equal(1, await CountAsync("weiling.tan", LedgerActions.MemberRegistered));
    }

    [Fact]
    public async Task SignIn_WhileSuspended_IsRecorded()
    {
        using var client = await host.SignInAsync("marcus.oyelaran", Token);
        await ChangeAsync(isActive: false);

        await client.SignInAgainAsync("marcus.oyelaran", Token);

        await ChangeAsync(isActive: true);
        Assert.Equal(1, await CountAsync("marcus.oyelaran", LedgerActions.MemberRefusedWhileSuspended));
        Assert.Equal(0, await CountAsync("marcus.oyelaran", LedgerActions.MemberRefusedForCountry));
    }

    private async Task ChangeAsync(bool isActive)
    {
        await using var context = (await Contexts.CreateDbContextAsync(Token)).Arranging();
        var member = await context.Members.SingleAsync(member => member.Subject == "marcus.oyelaran", Token);
        Assert.True((isActive ? member.Reinstate() : member.Suspend(SomeoneElse(), "Left the unit", TimeProvider.System.GetUtcNow())).IsDone);
        await context.SaveChangesAsync(Token);
    }

    private static Member SomeoneElse() =>
        Member.Register(new("admin", "An administrator", null, Roles.Administrator, null, "US", []), TimeProvider.System.GetUtcNow());

    private async Task<int> CountAsync(string subject, string action)
    {
        await using var context = await Contexts.CreateDbContextAsync(Token);
        return await context.LedgerEntries.CountAsync(entry => entry.ActorSubject == subject && entry.Action == action, Token);
    }
}
