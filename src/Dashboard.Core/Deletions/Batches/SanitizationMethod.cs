namespace Dashboard.Core.Deletions;

/// <summary>The three kinds of sanitization of NIST SP 800-88 Rev. 1.</summary>
public enum SanitizationMethod
{
    /// <summary>Against simple recovery, by the ordinary interface of the storage.</summary>
    Clear,

    /// <summary>Against recovery with laboratory techniques, such as by cryptographic erase.</summary>
    Purge,

    /// <summary>The medium itself cannot be used again.</summary>
    Destroy,
}

/// <summary>The techniques that are offered for each method. Others can be named in words.</summary>
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
