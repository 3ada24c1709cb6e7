using System.Globalization;
using System.Security.Claims;
using Dashboard.Core.Deletions;
using Dashboard.Web.Features.Deletions;
using Dashboard.Web.Security;

namespace Dashboard.Slice.Tests.Security;

public sealed class AuthenticationTimeTests
{
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(5);

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
    public void AuthenticatedAt_WithoutASingleReadableTime_IsNull(params string[] times) => Assert.Null(Person(times).AuthenticatedAt());

    [Fact]
    public void AuthenticatedAt_IsTheProvidersTime() =>
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1795508700), Person("1795508700").AuthenticatedAt());

    [Fact]
    public void Refusals_SayWhatHappenedAndWhatToDoNext()
    {
        Assert.Equal(
            "You last signed in more than 5 minutes ago. Sign in again at your identity provider, then try again.",
            new MustReauthenticate(AuthenticationTime.TooOld, Within).Message);
        Assert.Contains("more than a minute ago", new MustReauthenticate(AuthenticationTime.TooOld, TimeSpan.FromMinutes(1)).Message);
        Assert.Contains("more than 90 seconds ago", new MustReauthenticate(AuthenticationTime.TooOld, TimeSpan.FromSeconds(90)).Message);
        Assert.Contains("did not say when you signed in", new MustReauthenticate(AuthenticationTime.Absent, Within).Message);
        Assert.Contains("at a time in the future", new MustReauthenticate(AuthenticationTime.InFuture, Within).Message);
    }

    [Theory]
    [InlineData("00:00:59", false)]
    [InlineData("00:01:00", true)]
    [InlineData("00:15:00", true)]
    [InlineData("00:15:01", false)]
    [InlineData("-00:05:00", false)]
    public void Setting_OutsideOneToFifteenMinutes_StopsTheStart(string within, bool isAccepted)
    {
        var settings = new DeletionSettings { ReauthenticateWithin = TimeSpan.Parse(within, CultureInfo.InvariantCulture) };

        Assert.Equal(isAccepted, !settings.Problems().Any());
        Assert.All(settings.Problems(), problem => Assert.StartsWith($"Deletions:ReauthenticateWithin is {within}", problem));
    }

    private static ClaimsPrincipal Person(params string[] times) =>
        new(new ClaimsIdentity(times.Select(time => new Claim(MemberPrincipal.AuthenticatedAtClaim, time)), "test"));
}
