using System.Globalization;
using System.Security.Claims;
using Dashboard.Testing;
using Dashboard.Web.Security;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace Dashboard.Slice.Tests.Security;

public sealed class ReauthenticationTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero);
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(0)]
    [InlineData(-300)]
    [InlineData(60)]
    public void Authentication_NearEnoughToNow_IsRecent(int seconds)
    {
        var result = Reauthentication.Require(Person(Seconds(seconds)), Now, Within);

        Assert.Equal(Now.AddSeconds(seconds), result.Value);
    }

    [Theory]
    [InlineData(-301, AuthenticationTime.TooOld)]
    [InlineData(-1_000_000, AuthenticationTime.TooOld)]
    [InlineData(61, AuthenticationTime.InFuture)]
    [InlineData(1_000_000, AuthenticationTime.InFuture)]
    public void Authentication_TooFarFromNow_IsRefused(int seconds, AuthenticationTime problem)
    {
        var result = Reauthentication.Require(Person(Seconds(seconds)), Now, Within);

        Assert.Equal(new MustReauthenticate(problem, Within), result.Refusal);
    }

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData(" 1795508700")]
    [InlineData("99999999999999")]
    [InlineData("253402300800")]
    [InlineData("1795508700", "1795508700")]
    public void Authentication_WithoutOneTimeThatCanBeRead_IsRefused(params string[] times)
    {
        var result = Reauthentication.Require(Person(times), Now, Within);

        Assert.Equal(new MustReauthenticate(AuthenticationTime.Absent, Within), result.Refusal);
    }

    [Fact]
    public void Refusals_SayWhatHappenedAndWhatToDo()
    {
        Assert.Equal(
            "You last signed in more than 5 minutes ago. Confirm who you are at your identity provider and try again.",
            new MustReauthenticate(AuthenticationTime.TooOld, Within).Message);
        Assert.Contains("more than a minute ago", new MustReauthenticate(AuthenticationTime.TooOld, TimeSpan.FromMinutes(1)).Message);
        Assert.Contains("more than 90 seconds ago", new MustReauthenticate(AuthenticationTime.TooOld, TimeSpan.FromSeconds(90)).Message);
        Assert.Contains("did not say when you signed in", new MustReauthenticate(AuthenticationTime.Absent, Within).Message);
        Assert.Contains("has not come yet", new MustReauthenticate(AuthenticationTime.InFuture, Within).Message);
    }

    [Fact]
    public async Task RequireRecent_AsksTheRequestFirstAndElseTheCircuit()
    {
        var options = Options.Create(new ReauthenticationSettings());
        var (fresh, old) = (Person(Seconds(-10)), Person(Seconds(-400)));

        var ofRequest = await new Reauthentication(new() { User = fresh }, new Circuit(old), options, new SetClock(Now)).RequireRecentAsync();
        var ofCircuit = await new Reauthentication(new(), new Circuit(old), options, new SetClock(Now)).RequireRecentAsync();

        Assert.Equal(Now.AddSeconds(-10), ofRequest.Value);
        Assert.Equal(new MustReauthenticate(AuthenticationTime.TooOld, Within), ofCircuit.Refusal);
    }

    [Theory]
    [InlineData("00:00:59", false)]
    [InlineData("00:01:00", true)]
    [InlineData("00:05:00", true)]
    [InlineData("00:15:00", true)]
    [InlineData("00:15:01", false)]
    [InlineData("-00:05:00", false)]
    public void Setting_OutsideOneToFifteenMinutes_StopsTheStart(string within, bool isAccepted)
    {
        var settings = new ReauthenticationSettings { ReauthenticateWithin = TimeSpan.Parse(within, CultureInfo.InvariantCulture) };

        Assert.Equal(isAccepted, !settings.Problems().Any());
        Assert.All(settings.Problems(), problem => Assert.StartsWith($"Deletions:ReauthenticateWithin is {within}", problem));
    }

    private static string Seconds(int fromNow) => Now.AddSeconds(fromNow).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static ClaimsPrincipal Person(params string[] times) =>
        new(new ClaimsIdentity(times.Select(time => new Claim(MemberPrincipal.AuthenticatedAtClaim, time)), "test"));

    private sealed class Circuit(ClaimsPrincipal user) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(user));
    }
}
