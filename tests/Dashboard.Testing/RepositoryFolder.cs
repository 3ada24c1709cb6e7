namespace Dashboard.Testing;

/// <summary>The root folder of the repository, found from a test's output folder.</summary>
public static class RepositoryFolder
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "Dashboard.sln"))
            ? folder
            : Find(Directory.GetParent(folder)?.FullName ?? throw new InvalidOperationException("No parent folder contains Dashboard.sln."));
}
