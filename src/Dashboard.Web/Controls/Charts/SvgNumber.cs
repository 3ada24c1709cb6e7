namespace Dashboard.Web.Controls.Charts;

/// <summary>Coordinates short enough to send: two digits behind the point.</summary>
internal static class SvgNumber
{
    public static string Format(FormattableString text) => string.Format(
        System.Globalization.CultureInfo.InvariantCulture,
        text.Format,
        [.. text.GetArguments().Select(argument => argument is double number ? Math.Round(number, 2) : argument)]);
}
