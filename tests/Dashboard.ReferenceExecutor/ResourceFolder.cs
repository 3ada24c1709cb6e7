using System.Security.Cryptography;

namespace Dashboard.ReferenceExecutor;

/// <summary>The folder whose files can be deleted. Files outside it are never deleted: names with ".." and paths through links are refused.</summary>
/// <param name="root">Full path.</param>
internal sealed class ResourceFolder(string root, TimeProvider clock)
{
    /// <summary>Deletes what an item names.</summary>
    /// <param name="begun">Called with the file's evidence before the file is deleted, so that an interrupted run still records what it did.</param>
    public Outcome Delete(OrderedItem item, Action<Outcome> begun)
    {
        if (PathOf(item.Resource) is not { } path)
            return Failed(item, "The resource's path leads out of the folder, or through a link.");
        try
        {
            var evidence = Read(item, path);
            begun(evidence);
            File.Delete(path);
            return evidence;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Failed(item, "The file does not exist.");
        }
        catch (Exception locked) when (locked is IOException or UnauthorizedAccessException)
        {
            return Failed(item, $"The file could not be deleted: {locked.Message.Replace(root, "", StringComparison.Ordinal)}");
        }
    }

    public bool Holds(string resource) => PathOf(resource) is { } path && File.Exists(path);

    /// <summary>Opens the file exclusively, so that a file in use is not deleted.</summary>
    private Outcome Read(OrderedItem item, string path)
    {
        using var content = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        return new(item.Number, item.Resource, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), clock.GetUtcNow(), null);
    }

    private Outcome Failed(OrderedItem item, string why) => new(item.Number, item.Resource, null, null, clock.GetUtcNow(), why);

    /// <summary>Full path of the resource; null when it is not inside the folder.</summary>
    private string? PathOf(string resource)
    {
        var parts = resource.Split('/', '\\');
        if (parts.Any(part => part is "" or "." or ".." || part.Contains('\0', StringComparison.Ordinal)) || Path.IsPathRooted(resource))
            return null;
        var path = root;
        foreach (var part in parts)
        {
            path = Path.Join(path, part);
            if (new FileInfo(path).LinkTarget is not null)
                return null;
        }

        return path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path : null;
    }
}
