using Dashboard.Core.Deletions;
using Dashboard.Web.Settings;

namespace Dashboard.Web.Features.Deletions;

/// <summary>Time limits for deletions.</summary>
internal sealed class DeletionSettings : ISettings
{
    public static string Section => "Deletions";

    /// <summary>Time between the last approval and the first work order. Any lead or reviewer can stop the batch during it.</summary>
    public TimeSpan CoolingOff { get; set; } = DeletionRules.Default.CoolingOff;

    /// <summary>How long an approval lasts. Items not executed by then need another batch.</summary>
    public TimeSpan Lapse { get; set; } = DeletionRules.Default.Lapse;

    /// <summary>How recently a reviewer must have signed in with the identity provider to approve a batch.</summary>
    public TimeSpan ReauthenticateWithin { get; set; } = DeletionRules.Default.ReauthenticateWithin;

    /// <summary>Seconds between checks for batches whose cooling-off period is over or that have lapsed.</summary>
    public int ClockSeconds { get; set; } = 15;

    public DeletionRules Rules => new(CoolingOff, Lapse, ReauthenticateWithin);

    public IEnumerable<string> Problems()
    {
        if (CoolingOff < TimeSpan.Zero || CoolingOff > TimeSpan.FromDays(30))
            yield return $"Deletions:CoolingOff is {CoolingOff}: it must be from 0 to 30 days, such as 3.00:00:00.";
        if (Lapse <= CoolingOff || Lapse > TimeSpan.FromDays(366))
            yield return $"Deletions:Lapse is {Lapse}: it must be longer than the cooling-off period and at most 366 days, such as 30.00:00:00.";
        if (ReauthenticateWithin < TimeSpan.FromMinutes(1) || ReauthenticateWithin > TimeSpan.FromMinutes(15))
            yield return $"Deletions:ReauthenticateWithin is {ReauthenticateWithin}: it must be from 1 to 15 minutes, such as 00:05:00.";
        if (ClockSeconds is < 1 or > 600)
            yield return $"Deletions:ClockSeconds is {ClockSeconds}: it must be from 1 to 600.";
    }
}
