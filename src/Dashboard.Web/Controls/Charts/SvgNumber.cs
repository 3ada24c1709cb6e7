namespace Dashboard.Web.Controls.Charts;

/// <summary>Rounds coordinates to two decimals to keep the page small.</summary>
internal static class SvgNumber
{
    public static string Format(FormattableString text) => string.Format(
        System.Globalization.CultureInfo.InvariantCulture,
        text.Format,
        [.. text.GetArguments().Select(argument => argument is double number ? Math.Round(number, 2) : argument)]);
}
