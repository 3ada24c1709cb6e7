using System.Runtime.CompilerServices;
using Dashboard.Testing;
using Dashboard.Testing.SqlServer;

namespace Dashboard.Slice.Tests.SqlServer;

internal static class Mirroring
{
    /// <summary>Runs before any test, because contexts of one type share EF Core's caches.</summary>
    [ModuleInitializer]
    internal static void Begin() => SqlServerMirror.Shared = TestProvider.IsSqlServer ? null : new();
}
