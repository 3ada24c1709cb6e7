using System.Globalization;

namespace Dashboard.Web.Startup;

/// <summary>Numbers, dates and sort orders are the same on every server, whatever its locale: under <c>de_DE</c> a page once said "10.000 items".</summary>
internal static class Cultures
{
    public static void BeInvariant() =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture
            = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
}
