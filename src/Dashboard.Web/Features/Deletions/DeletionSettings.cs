using Dashboard.Core.Deletions;
using Dashboard.Web.Settings;
using Dashboard.Web.Startup;

namespace Dashboard.Web.Features.Deletions;

/// <summary>The times that deletions keep to.</summary>
internal sealed class DeletionSettings : ISettings
{
    public static string Section => "Deletions";

    /// <summary>Between the last approval and the first work order, in which anybody who oversees can stop a batch.</summary>
    public TimeSpan CoolingOff { get; set; } = DeletionRules.Default.CoolingOff;

    /// <summary>After its approval, what of a batch is not executed needs another.</summary>
    public TimeSpan Lapse { get; set; } = DeletionRules.Default.Lapse;

    /// <summary>How recently an approving reviewer must have signed in at the identity provider.</summary>
    public TimeSpan ReauthenticateWithin { get; set; } = DeletionRules.Default.ReauthenticateWithin;

    /// <summary>Seconds between two looks for batches whose cooling-off is over or that lapsed.</summary>
    public int ClockSeconds { get; set; } = 15;

    public DeletionRules Rules => new(CoolingOff, Lapse, ReauthenticateWithin);

    public IEnumerable<string> Problems()
    {
        if (CoolingOff < TimeSpan.Zero || CoolingOff > TimeSpan.FromDays(30))
            yield return $"Deletions:CoolingOff is {CoolingOff}: it must be from 0 to 30 days, such as 3.00:00:00.";
        if (Lapse <= CoolingOff || Lapse > TimeSpan.FromDays(366))
            yield return $"Deletions:Lapse is {Lapse}: it must be longer than the cooling-off and at most 366 days, such as 30.00:00:00.";
        if (ReauthenticateWithin < TimeSpan.FromMinutes(1) || ReauthenticateWithin > TimeSpan.FromMinutes(15))
            yield return $"Deletions:ReauthenticateWithin is {ReauthenticateWithin}: it must be from 1 to 15 minutes, such as 00:05:00.";
        if (ClockSeconds is < 1 or > 600)
            yield return $"Deletions:ClockSeconds is {ClockSeconds}: it must be from 1 to 600.";
    }
}
