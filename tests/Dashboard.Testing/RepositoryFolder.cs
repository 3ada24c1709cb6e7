namespace Dashboard.Testing;

/// <summary>Where the sources are, seen from a test's output folder.</summary>
public static class RepositoryFolder
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "Dashboard.sln"))
            ? folder
            : Find(Directory.GetParent(folder)?.FullName ?? throw new InvalidOperationException("Dashboard.sln is in no parent folder."));
}
