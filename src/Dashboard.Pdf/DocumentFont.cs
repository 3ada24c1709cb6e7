namespace Dashboard.Pdf;

/// <summary>The fonts that a <see cref="TextStyle"/> can use. See Fonts/README.md for their sources and licences.</summary>
public enum DocumentFont
{
    /// <summary>Inter, weight 400.</summary>
    Regular,

    /// <summary>Inter, weight 600.</summary>
    SemiBold,

    /// <summary>DejaVu Sans Mono, for hashes, keys and commands.</summary>
    Monospace,
}
