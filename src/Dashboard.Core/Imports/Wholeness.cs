namespace Dashboard.Core.Imports;

/// <summary>What shows that an import's files are whole, so that a missing row was never in them.</summary>
public enum Wholeness
{
    /// <summary>Nothing: the format does not say, and no one stated a number of rows.</summary>
    NotStated,

    /// <summary>The format: a manifest with the checksum of every file.</summary>
    Format,

    /// <summary>The sender stated the number of rows and the SHA-256, and both are right.</summary>
    Stated,

    /// <summary>A person of the oversight unit saw the same number of rows elsewhere.</summary>
    Person,
}
