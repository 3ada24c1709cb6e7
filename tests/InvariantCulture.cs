using System.Globalization;
using System.Runtime.CompilerServices;

namespace Dashboard.Testing;

/// <summary>Tests format what they expect, so they use the application's culture, whatever the locale of the machine.</summary>
internal static class InvariantCulture
{
#pragma warning disable CA2255 // A test project is the application that runs.
    [ModuleInitializer]
    internal static void Set() =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture
            = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
#pragma warning restore CA2255
}
