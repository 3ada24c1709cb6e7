namespace Dashboard.Web.Demo;

internal enum DemoPlace
{
    Virginia,
    Singapore,
    Vault,
    Nowhere,
    Ashburn,
    Phoenix,
    Chicago,
}

/// <summary>A copy's purpose in the demo. On the day of the cutover, the old primary becomes a replica and the new one becomes the primary.</summary>
internal enum DemoRole
{
    OldPrimary,
    Replica,
    Backup,
    Cache,
    Export,
    NewPrimary,
    NewReplica,
    NewBackup,
}

/// <summary>One copy of the demo programme, and what its source lists for it on a given day.</summary>
internal sealed record DemoCopy(DemoDataset Dataset, DemoPlace Place, DemoRole Role, double Share, int Number)
{
    public bool IsInside => Place is DemoPlace.Ashburn or DemoPlace.Phoenix or DemoPlace.Chicago;

    public string ResourceId => $"{PlaceCode}/{Dataset.Urn["urn:meridian:".Length..]}/{Store}{(Number > 0 ? $"-{Number}" : "")}";

    /// <summary>A name that stays the same when the role changes.</summary>
    private string Store => Role switch
    {
        DemoRole.OldPrimary or DemoRole.NewPrimary => "main",
        DemoRole.Replica or DemoRole.NewReplica => "mirror",
        DemoRole.Backup or DemoRole.NewBackup => "backup",
        DemoRole.Cache => "cache",
        _ => "export",
    };

    private string PlaceCode => Place switch
    {
        DemoPlace.Virginia => "va1",
        DemoPlace.Singapore => "sg1",
        DemoPlace.Vault => "vault",
        DemoPlace.Nowhere => "edge",
        DemoPlace.Ashburn => "iad",
        DemoPlace.Phoenix => "phx",
        _ => "ord",
    };

    /// <summary>The operator, country and region that its source reports.</summary>
    public string PlaceColumns => Place switch
    {
        DemoPlace.Virginia => $"{DemoNames.Company},US,virginia",
        DemoPlace.Singapore => $"{DemoNames.Company},SG,singapore",
        DemoPlace.Vault => $"{DemoNames.Company},SG,vault-2",
        DemoPlace.Nowhere => "unknown,unknown,edge-44",
        DemoPlace.Ashburn => "Oracle,US,us-ashburn-1",
        DemoPlace.Phoenix => "Oracle,US,us-phoenix-1",
        _ => "Oracle,US,us-chicago-1",
    };

    /// <summary>Disappeared three weeks ago without an order.</summary>
    private bool IsLost => Role is DemoRole.Replica && Dataset.Number % 97 == 31;

    /// <summary>Deleted, verified absent, and listed again.</summary>
    public bool IsBackOn(int day) => day >= -6 && Role is DemoRole.Backup && Dataset.Number % 53 == 2;

    /// <summary>Disappeared, or must be retained for another year, so no one proposes to delete it.</summary>
    public bool IsKept => IsLost || RetainsForLong;

    private bool RetainsForLong => Role is DemoRole.Backup && Dataset.Number % 5 == 0;

    public bool IsListedOn(int day) =>
        IsInside ? day >= Dataset.CopyDay + (Role is DemoRole.NewPrimary ? 0 : 5)
        : !IsLost || day < -21;

    public string RoleOn(int day) => Role switch
    {
        DemoRole.OldPrimary => day < Dataset.CutOverDay ? "primary" : "replica",
        DemoRole.NewPrimary => day < Dataset.CutOverDay ? "replica" : "primary",
        DemoRole.Replica or DemoRole.NewReplica => "replica",
        DemoRole.Backup or DemoRole.NewBackup => "backup",
        DemoRole.Cache => "cache",
        _ => "export",
    };

    /// <summary>The copy's line in our own CSV format, without the line break.</summary>
    public string Csv(int day, DateOnly date)
    {
        var filled = IsInside && day < Dataset.EqualDay
            ? Math.Clamp((day - Dataset.CopyDay + 1.0) / (Dataset.EqualDay - Dataset.CopyDay + 1), 0.02, 0.98)
            : 1.0;
        var isCopyOfAll = Role is not (DemoRole.Cache or DemoRole.Export);
        var fingerprint = isCopyOfAll && (!IsInside || day >= Dataset.EqualDay) ? Dataset.FingerprintOn(day) : "";
        var records = isCopyOfAll ? ((long)(Dataset.Records * filled)).ToString() : "";
        var retain = RetainsForLong ? date.AddDays(-day + 400).ToString("yyyy-MM-dd") : "";
        var created = date.AddDays(-day + (IsInside ? Dataset.CopyDay - 1 : -260 - (Number * 9))).ToString("yyyy-MM-dd") + "T02:00:00Z";
        return $"{ResourceId},{Dataset.Urn},{PlaceColumns},{RoleOn(day)},{(long)(Dataset.Bytes * Share * filled)},{records},{fingerprint},{retain},{created}";
    }
}
