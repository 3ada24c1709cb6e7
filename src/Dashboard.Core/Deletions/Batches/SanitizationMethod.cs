namespace Dashboard.Core.Deletions;

/// <summary>The three kinds of sanitization of NIST SP 800-88 Rev. 1.</summary>
public enum SanitizationMethod
{
    /// <summary>Protects against simple recovery, using the standard interface of the storage.</summary>
    Clear,

    /// <summary>Protects against recovery with laboratory techniques, for example by cryptographic erase.</summary>
    Purge,

    /// <summary>Makes the medium itself unusable.</summary>
    Destroy,
}

/// <summary>The techniques that are offered for each method. Others can be entered as text.</summary>
public static class SanitizationTechniques
{
    public const int MaxLength = 100;

    public static IReadOnlyList<string> Of(SanitizationMethod method) => method switch
    {
        SanitizationMethod.Clear => ["Deletion through the storage service", "Overwrite"],
        SanitizationMethod.Purge => ["Cryptographic erase", "Block erase", "Overwrite and verify", "Degauss"],
        _ => ["Shred", "Incinerate", "Disintegrate", "Melt"],
    };
}
