namespace Dashboard.Pdf;

/// <summary>
/// The page in points (1/72 inch, the default unit of PDF: ISO 32000-1, section 8.3.2.3). Vertical positions count down from the top edge.
/// The page is A4. Everything on it also fits on US Letter when A4 is printed there unscaled and centred.
/// </summary>
public static class PageGeometry
{
    /// <summary>Width of A4.</summary>
    public const float PageWidth = 595.28f;

    /// <summary>Height of A4.</summary>
    public const float PageHeight = 841.89f;

    /// <summary>Left edge of the content.</summary>
    public const float Left = 56;

    /// <summary>Right edge of the content.</summary>
    public const float Right = PageWidth - 56;

    /// <summary>Width of the content.</summary>
    public const float Width = Right - Left;

    /// <summary>Baseline of the header.</summary>
    public const float HeaderBaseline = 60;

    /// <summary>Top edge of the content.</summary>
    public const float Top = 80;

    /// <summary>Bottom edge of the content.</summary>
    public const float Bottom = 766;

    /// <summary>The line above the footer.</summary>
    public const float FooterRule = 774;

    /// <summary>Baseline of the footer.</summary>
    public const float FooterBaseline = 785;
}
