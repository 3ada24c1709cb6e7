using Dashboard.Web.Settings;

namespace Dashboard.Web.Features.Imports;

/// <summary>The limits of an import, and how the inbox is watched.</summary>
internal sealed class ImportSettings : ISettings
{
    public static string Section => "Imports";

    /// <summary>Most bytes of one import, all its files together.</summary>
    public long MaxBytes { get; set; } = 20_000_000_000;

    public int MaxFiles { get; set; } = 10_000;

    /// <summary>If several web servers share the storage folder, only one of them may watch the inbox.</summary>
    public bool WatchInbox { get; set; } = true;

    public int InboxSeconds { get; set; } = 3;

    public IEnumerable<string> Problems()
    {
        if (MaxBytes < 1)
            yield return $"Imports:MaxBytes is {MaxBytes}: it must be at least 1.";
        if (MaxFiles < 1)
            yield return $"Imports:MaxFiles is {MaxFiles}: it must be at least 1.";
        if (InboxSeconds < 1)
            yield return $"Imports:InboxSeconds is {InboxSeconds}: it must be at least 1.";
    }
}
