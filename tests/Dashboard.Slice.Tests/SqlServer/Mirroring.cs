using System.Runtime.CompilerServices;
using Dashboard.Testing.SqlServer;

namespace Dashboard.Slice.Tests.SqlServer;

internal static class Mirroring
{
    /// <summary>Before any test: contexts of one kind share what EF Core caches.</summary>
    [ModuleInitializer]
    internal static void Begin() => SqlServerMirror.Shared = new();
}
