namespace Dashboard.Web.Settings;

/// <summary>Where the dashboard keeps its files.</summary>
internal sealed class StorageSettings : ISettings
{
    public static string Section => "Storage";

    /// <summary>Absolute, or relative to the application's own folder.</summary>
    public string? Folder { get; set; }

    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Folder))
            yield return "Storage:Folder is missing: a folder that the dashboard can write to and that you back up.";
    }

    /// <summary>The folder as an absolute path, created if it does not exist.</summary>
    public string FolderIn(IHostEnvironment environment) =>
        Directory.CreateDirectory(Path.GetFullPath(Folder!, environment.ContentRootPath)).FullName;
}
