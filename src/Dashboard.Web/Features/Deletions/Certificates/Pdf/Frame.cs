namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>
/// The page in points: A4, with everything inside an area that US Letter shows too when A4 is printed on it unscaled and centred.
/// </summary>
internal static class Frame
{
    public const float PageWidth = 595.28f;
    public const float PageHeight = 841.89f;

    public const float Left = 56;
    public const float Right = PageWidth - 56;
    public const float Width = Right - Left;

    public const float HeaderBaseline = 60;
    public const float Top = 80;
    public const float Bottom = 766;
    public const float FooterRule = 774;
    public const float FooterBaseline = 785;
}
