namespace Dashboard.Web.Controls.Map;

/// <summary>
/// Estimates the width of a map label in pixels, because the server cannot measure text in the browser. Uses the advance widths of Inter
/// at 12 px and weight 600, rounded up.
/// </summary>
internal static class TextWidth
{
    public static double Of(string text) => text.Sum(Width);

    private static double Width(char letter) => letter switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or '\'' or '|' or ' ' => 3.9,
        'f' or 'r' or 't' or '(' or ')' or '/' or '-' => 5.6,
        'm' or 'w' => 10.8,
        'M' or 'W' or '@' or '%' or '…' or '—' => 12.4,
        _ when char.IsAsciiLetterLower(letter) => 7.3,
        _ when char.IsAsciiDigit(letter) => 8,
        _ when letter < 0x250 => 9.2,
        _ => 12.4,
    };
}
