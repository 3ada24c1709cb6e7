using Dashboard.Web.Startup;

namespace Dashboard.Web.Security;

/// <summary>How long an authentication at the identity provider is good for an approval.</summary>
internal sealed class ReauthenticationSettings : ISettings
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public static string Section => "Deletions";

    public TimeSpan ReauthenticateWithin { get; set; } = TimeSpan.FromMinutes(5);

    public IEnumerable<string> Problems()
    {
        if (ReauthenticateWithin < Shortest || ReauthenticateWithin > Longest)
            yield return $"Deletions:ReauthenticateWithin is {ReauthenticateWithin:c}: it must be from 00:01:00 to 00:15:00, one to fifteen minutes.";
    }
}
